package casetrail.query.caselist;

import casetrail.query.asking.Parameters;
import casetrail.views.Order;
import java.util.Map;

/** What lists of cases may be sorted by, with the direction that is meant if none is said. */
enum Sorting {
    UPDATED(CaseFields.UPDATED, true),
    DUE(CaseFields.DUE, false),
    PRIORITY(CaseFields.PRIORITY, true),
    OPENED(CaseFields.OPENED, true),
    NUMBER(CaseFields.NUMBER, false);

    private final String field;
    private final boolean descending;

    Sorting(String field, boolean descending) {
        this.field = field;
        this.descending = descending;
    }

    /** The order that is asked for by {@code sort} and {@code direction}. */
    static Order asked(Parameters parameters, Sorting otherwise) {
        var sorting = parameters.word("sort", Parameters.kebab(Sorting.class));
        var down = parameters.word("direction", Map.of("asc", false, "desc", true));
        var by = sorting == null ? otherwise : sorting;
        return new Order(by.field, down == null ? by.descending : down);
    }
}
