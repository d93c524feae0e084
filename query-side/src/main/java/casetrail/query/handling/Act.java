package casetrail.query.handling;

import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.wire.EventNames;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one of the staff did with a case.
 *
 * @param event the stored name, for example {@code case.dispatched}
 * @param occurredAt when it happened in the field
 * @param recordedAt when the log learned of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Act(
        PersonId person,
        Role role,
        @Nullable UnitCode unit,
        String event,
        long sequence,
        Instant occurredAt,
        Instant recordedAt) {

    /** The act of an event; nothing for what residents and the system do: handling staff is kept here, and nobody else. */
    static Optional<Act> of(Recorded<CaseEvent> event) {
        var actor = event.envelope().actor();
        if (actor.role() == Role.CITIZEN || actor.role() == Role.SYSTEM) {
            return Optional.empty();
        }
        return Optional.of(new Act(
                actor.person(),
                actor.role(),
                actor.unit(),
                EventNames.CATALOGUE.nameOf(event.event().getClass()).name(),
                event.sequence(),
                event.envelope().occurredAt(),
                event.recordedAt()));
    }
}
