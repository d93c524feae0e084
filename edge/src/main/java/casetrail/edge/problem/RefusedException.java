package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.List;

/** Carries a refusal out of a controller to where it is put into words. It has no stack trace: a refusal is no defect. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;
    private final transient List<Violation> violations;

    public RefusedException(Refusal refusal) {
        this(refusal, List.of());
    }

    public RefusedException(RefusalCode code) {
        this(Refusal.of(code));
    }

    RefusedException(Refusal refusal, List<Violation> violations) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
        this.violations = List.copyOf(violations);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Every fault of the request, if it is not well formed. */
    public List<Violation> violations() {
        return violations;
    }
}
