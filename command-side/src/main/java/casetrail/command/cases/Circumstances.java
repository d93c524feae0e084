package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Reason;
import casetrail.events.RequestKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about a command needs to know beside the case: who asks, when, by which way, why, and what was looked up for
 * it. It is data, so that the same decision can be made again.
 *
 * @param decidedAt the moment of the decision by the server's clock
 * @param occurredAt when it happened in the field; equal to {@code decidedAt} unless the channel may claim an earlier time
 * @param flags warnings to be kept with the events, for example a named anomaly of an import
 * @param request recognises a repeat; absent for the system's own deeds without one
 * @param correlationId the same for all that follows from one request
 * @param facts what was looked up for this command
 */
public record Circumstances(
        Actor actor,
        Channel channel,
        @Nullable Reason reason,
        Instant decidedAt,
        Instant occurredAt,
        Assurance assurance,
        List<String> flags,
        @Nullable RequestKey request,
        String correlationId,
        @Nullable String causationId,
        CaseFacts facts) {

    public Circumstances {
        flags = List.copyOf(flags);
    }
}
