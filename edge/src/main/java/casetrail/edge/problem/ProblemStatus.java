package casetrail.edge.problem;

import casetrail.events.refusals.RefusalCode;

/**
 * How a code is told over HTTP.
 *
 * @param retryable whether the same request may succeed later
 */
public record ProblemStatus(int status, boolean retryable) {

    /** The one table of codes and statuses. */
    public static ProblemStatus of(RefusalCode code) {
        return switch (code) {
            case INVALID_REQUEST -> once(400);
            case NOT_AUTHENTICATED -> once(401);
            case FORBIDDEN_ROLE, NOT_OWN_UNIT, SEPARATION_OF_DUTIES -> once(403);
            case NOT_FOUND -> once(404);
            case METHOD_NOT_ALLOWED -> once(405);
            case NOT_ACCEPTABLE -> once(406);
            case ILLEGAL_TRANSITION,
                    ALREADY_SO,
                    SECOND_PERSON_REQUIRED,
                    VERSION_NOT_WHOLE,
                    VERSIONS_DIFFER,
                    VERSION_IN_USE,
                    TOO_MANY_VERSIONS -> once(409);
            case STALE_VERSION -> once(412);
            case TOO_LARGE -> once(413);
            case UNSUPPORTED_TYPE -> once(415);
            case GUARD_FAILED, REASON_REQUIRED, TIME_NOT_ALLOWED, KEY_REUSED -> once(422);
            case VERSION_REQUIRED -> once(428);
            case TOO_MANY_REQUESTS -> later(429);
            case UNAVAILABLE -> later(503);
            case DEFECT -> once(500);
        };
    }

    private static ProblemStatus once(int status) {
        return new ProblemStatus(status, false);
    }

    private static ProblemStatus later(int status) {
        return new ProblemStatus(status, true);
    }
}
