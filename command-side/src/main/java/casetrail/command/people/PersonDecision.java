package casetrail.command.people;

import casetrail.events.people.PersonEvent;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.List;

/** What the rules say to an order about a person. */
public sealed interface PersonDecision {

    /** It happens. */
    record Accepted(List<PersonEvent> events) implements PersonDecision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It does not. */
    record Refused(Refusal refusal) implements PersonDecision {}

    static PersonDecision accept(PersonEvent... events) {
        return new Accepted(List.of(events));
    }

    static PersonDecision refuse(RefusalCode code) {
        return new Refused(Refusal.of(code));
    }

    static PersonDecision refuse(RefusalCode code, String fact, Object value) {
        return new Refused(Refusal.of(code).with(fact, value));
    }
}
