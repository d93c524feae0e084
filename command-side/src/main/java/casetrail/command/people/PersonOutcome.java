package casetrail.command.people;

import casetrail.events.PersonId;
import casetrail.events.refusals.Refusal;

/** What became of an order about a person. */
public sealed interface PersonOutcome {

    /**
     * It is done, and on disk.
     *
     * @param sequence of the last event of the person
     * @param position of that event in the log
     * @param state what the person's standing is now
     */
    record Done(PersonId person, long sequence, long position, PersonState state) implements PersonOutcome {}

    /** It was refused, changed nothing, and the refusal is on record. */
    record Refused(Refusal refusal) implements PersonOutcome {}
}
