package casetrail.query.handling;

import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.views.ViewName;
import casetrail.query.asking.KnownTo;
import casetrail.views.DocumentForm;
import casetrail.views.Field;
import casetrail.views.Index;
import casetrail.views.View;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The view that the handling history of units and of staff is read from. */
public final class HandlingHistory {

    /** The units that held the case. */
    static final String UNITS = "units";

    /** The staff who acted on the case. Residents are not among them. */
    static final String STAFF = "staff";

    /** What units did, see {@link Deed}. */
    static final String DEEDS = "deeds";

    /** When the log learned of the last event. */
    static final String UPDATED = "updated";

    /** One document for each case. */
    public static final View<CaseHandling> HANDLING = new View<>(
            new ViewName("handling-history"),
            1,
            "case",
            CaseHandling::after,
            DocumentForm.of(CaseHandling.class),
            fields(),
            List.of(Index.on(UPDATED), Index.on(UNITS), Index.on(STAFF), Index.on(KnownTo.PEOPLE)),
            KnownTo::condition);

    private HandlingHistory() {}

    /** A moment as fields have it. */
    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static List<Field<CaseHandling>> fields() {
        var fields = new ArrayList<Field<CaseHandling>>(KnownTo.fields(CaseHandling::file));
        fields.add(Field.terms(
                UNITS,
                h -> h.stints().stream().map(Stint::unit).map(UnitCode::value).toList()));
        fields.add(Field.terms(
                STAFF,
                h -> h.acts().stream().map(Act::person).map(PersonId::value).toList()));
        fields.add(Field.terms(DEEDS, Deed::terms));
        fields.add(Field.number(UPDATED, h -> micros(h.file().trace().lastRecordedAt())));
        return fields;
    }
}
