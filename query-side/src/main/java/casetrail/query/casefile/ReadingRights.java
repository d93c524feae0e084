package casetrail.query.casefile;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.Sealed;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseAudience;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what of a case: the one table of reading rights. Rights add up over everything a reader may act as.
 *
 * @param visible whether the reader may know of the case at all
 * @param freeText whether descriptions, reasons, results and notes are opened
 * @param contact whether it is opened how the reporter can be reached
 * @param pictures whether its attachments are given out
 */
public record ReadingRights(boolean visible, boolean freeText, boolean contact, boolean pictures) {

    /** May not even know that the case exists. */
    public static final ReadingRights NOTHING = new ReadingRights(false, false, false, false);

    /** What a role may read of a case. */
    enum Right {
        /** Always. */
        ALWAYS,
        /** If the reader stands in for the unit that holds the case. */
        OWN_UNIT,
        /** If the reader acted on the case or was put on it. */
        INVOLVED,
        NEVER
    }

    /** One line of the table; who may know of a case at all is {@link CaseAudience}'s. */
    record Line(Right freeText, Right contact, Right pictures) {}

    /** The reader's side of the question, one standing at a time. */
    public record Reader(
            PersonId person, Role role, @Nullable UnitCode unit) {}

    /** What one standing of a reader may read of a case. */
    public static ReadingRights of(CaseFile file, Reader reader) {
        var line = line(reader.role());
        boolean visible = CaseAudience.of(reader.role())
                .mayKnow(
                        file.overlays().restricted() != null,
                        holds(Right.OWN_UNIT, file, reader),
                        holds(Right.INVOLVED, file, reader));
        return visible
                ? new ReadingRights(
                        true,
                        holds(line.freeText(), file, reader),
                        holds(line.contact(), file, reader),
                        holds(line.pictures(), file, reader))
                : NOTHING;
    }

    /** What all standings of a reader together may read of a case. */
    public static ReadingRights of(CaseFile file, Iterable<Reader> readers) {
        var sum = NOTHING;
        for (var reader : readers) {
            sum = sum.or(of(file, reader));
        }
        return sum;
    }

    /** Whether this sealed value may be opened. */
    public boolean opens(Sealed sealed) {
        return switch (sealed.purpose()) {
            case FREE_TEXT -> freeText;
            case CONTACT -> contact;
        };
    }

    /** Who may open what of the cases known to them (domain 9.4). A reporter and a grid member never read other people's contact. */
    static Line line(Role role) {
        return switch (role) {
            case GRID_MEMBER -> new Line(Right.INVOLVED, Right.NEVER, Right.ALWAYS);
            case ACCEPTOR, SHIFT_LEADER -> new Line(Right.ALWAYS, Right.ALWAYS, Right.ALWAYS);
            case DISPATCHER, STREET_LEAD, SUPERVISOR -> new Line(Right.ALWAYS, Right.NEVER, Right.ALWAYS);
            case DEPT_LEAD, HANDLER -> new Line(Right.OWN_UNIT, Right.NEVER, Right.ALWAYS);
            case COMMUNITY_LEAD, EVALUATOR, PRIVACY_OFFICER -> new Line(Right.NEVER, Right.NEVER, Right.ALWAYS);
            // Pictures may show anybody.
            case CITIZEN, AUDITOR, RECORDS_OFFICER, ANALYST, ADMIN, SYSTEM ->
                new Line(Right.NEVER, Right.NEVER, Right.NEVER);
        };
    }

    private ReadingRights or(ReadingRights other) {
        return new ReadingRights(
                visible || other.visible,
                freeText || other.freeText,
                contact || other.contact,
                pictures || other.pictures);
    }

    private static boolean holds(Right right, CaseFile file, Reader reader) {
        return switch (right) {
            case ALWAYS -> true;
            case OWN_UNIT ->
                reader.unit() != null && reader.unit().equals(file.handling().unit());
            case INVOLVED -> file.trace().people().contains(reader.person());
            case NEVER -> false;
        };
    }
}
