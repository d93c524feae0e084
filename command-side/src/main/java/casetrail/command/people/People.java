package casetrail.command.people;

import casetrail.events.PersonId;
import java.util.Optional;

/** Where orders about persons are given. Safe for many threads. An outage throws {@link casetrail.events.log.LogUnavailable}. */
public interface People {

    /** Carries the order out, or refuses it and records that. */
    PersonOutcome obey(PersonOrder order);

    /** What would become of the order now, without doing or recording anything. */
    PersonDecision consider(PersonOrder order);

    /** The person as the log has it now. */
    Optional<PersonState> find(PersonId person);
}
