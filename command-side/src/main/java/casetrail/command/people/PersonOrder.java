package casetrail.command.people;

import casetrail.events.Actor;
import casetrail.events.Channel;
import java.time.Instant;

/**
 * A command about a person with the circumstances it is given in.
 *
 * @param administrators how many persons who can log in are administrators, at the moment of the decision
 * @param lastingAdministrators how many of them are so by a grant without an end
 */
public record PersonOrder(
        PersonCommand command,
        Actor actor,
        Channel channel,
        Instant decidedAt,
        int administrators,
        int lastingAdministrators,
        String correlationId) {}
