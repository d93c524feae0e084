package casetrail.edge.problem;

import casetrail.events.refusals.RefusalCode;
import java.util.Arrays;

/** The public code for a bare HTTP status that the container or the framework came to. */
final class StatusCodes {

    private StatusCodes() {}

    static RefusalCode codeFor(int status) {
        return switch (status) {
            case 403 -> RefusalCode.FORBIDDEN_ROLE;
            case 409 -> RefusalCode.ALREADY_SO;
            case 408, 503, 504 -> RefusalCode.UNAVAILABLE;
            case 414, 431 -> RefusalCode.TOO_LARGE;
            default ->
                Arrays.stream(RefusalCode.values())
                        .filter(c -> ProblemStatus.of(c).status() == status)
                        .findFirst()
                        .orElse(status < 500 ? RefusalCode.INVALID_REQUEST : RefusalCode.DEFECT);
        };
    }
}
