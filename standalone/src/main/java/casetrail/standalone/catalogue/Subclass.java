package casetrail.standalone.catalogue;

import casetrail.events.cases.Classification;
import casetrail.events.cases.ProblemKind;
import java.util.List;

/**
 * One kind of problem with all its filing standards.
 *
 * @param simpleProcedure whether a grid member may solve it on the spot and be done
 */
public record Subclass(
        ProblemKind kind,
        String majorCode,
        Words majorName,
        String code,
        Words name,
        boolean simpleProcedure,
        List<StandardRow> rows) {

    public Subclass {
        rows = List.copyOf(rows);
    }

    /**
     * As a case carries it. A major class is counted anew for components and for events, so its code is led by the kind:
     * {@code C01} or {@code E01}.
     */
    public Classification classification() {
        return new Classification(letter(kind) + majorCode, code);
    }

    static String letter(ProblemKind kind) {
        return switch (kind) {
            case COMPONENT -> "C";
            case EVENT -> "E";
        };
    }
}
