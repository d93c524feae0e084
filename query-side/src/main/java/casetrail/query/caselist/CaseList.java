package casetrail.query.caselist;

import static casetrail.query.caselist.CaseFields.AREAS;
import static casetrail.query.caselist.CaseFields.CHANNEL;
import static casetrail.query.caselist.CaseFields.CHECKER;
import static casetrail.query.caselist.CaseFields.DUE;
import static casetrail.query.caselist.CaseFields.FLAGS;
import static casetrail.query.caselist.CaseFields.GRID;
import static casetrail.query.caselist.CaseFields.HANDLER;
import static casetrail.query.caselist.CaseFields.LATITUDE;
import static casetrail.query.caselist.CaseFields.LONGITUDE;
import static casetrail.query.caselist.CaseFields.MAJOR_CLASS;
import static casetrail.query.caselist.CaseFields.NUMBER;
import static casetrail.query.caselist.CaseFields.OPENED;
import static casetrail.query.caselist.CaseFields.PRIORITY;
import static casetrail.query.caselist.CaseFields.STATE;
import static casetrail.query.caselist.CaseFields.SUBCLASS;
import static casetrail.query.caselist.CaseFields.TEXT;
import static casetrail.query.caselist.CaseFields.UNIT;
import static casetrail.query.caselist.CaseFields.UPDATED;
import static casetrail.query.caselist.CaseFields.VERIFIER;

import casetrail.events.views.ViewName;
import casetrail.query.asking.KnownTo;
import casetrail.views.DocumentForm;
import casetrail.views.Index;
import casetrail.views.View;
import java.util.List;

/** The view that all lists of cases, worklists and counts are read from. */
public final class CaseList {

    /** One document for each case. */
    public static final View<CaseListing> CASES = new View<>(
            new ViewName("case-list"),
            1,
            "case",
            CaseListing::after,
            DocumentForm.of(CaseListing.class),
            CaseFields.all(),
            indexes(),
            KnownTo::condition);

    private CaseList() {}

    private static List<Index> indexes() {
        return List.of(
                Index.on(UPDATED),
                Index.on(DUE),
                Index.on(PRIORITY),
                Index.on(OPENED),
                Index.on(NUMBER),
                Index.on(STATE, UPDATED),
                Index.on(STATE, DUE),
                Index.on(UNIT, STATE, DUE),
                Index.on(UNIT, UPDATED),
                Index.on(MAJOR_CLASS, UPDATED),
                Index.on(SUBCLASS, UPDATED),
                Index.on(CHANNEL),
                Index.on(GRID),
                Index.on(HANDLER, DUE),
                Index.on(VERIFIER, STATE),
                Index.on(CHECKER, STATE),
                Index.on(LATITUDE, LONGITUDE),
                Index.on(AREAS),
                Index.on(FLAGS),
                Index.on(TEXT),
                Index.on(KnownTo.PEOPLE));
    }
}
