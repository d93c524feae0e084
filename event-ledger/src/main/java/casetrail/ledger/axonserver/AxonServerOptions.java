package casetrail.ledger.axonserver;

import java.time.Duration;

/**
 * Which Axon Server to use, and for how long to wait for it.
 *
 * @param servers {@code host:port}, several divided by commas
 * @param component what the server calls this process's kind
 * @param context the server's context that holds the log
 * @param patience how long one question or append may take before it is an outage
 */
public record AxonServerOptions(String servers, String component, String context, Duration patience) {

    /** The context every Axon Server has, and waiting as long as Axon itself does. */
    public static AxonServerOptions at(String servers) {
        return new AxonServerOptions(servers, "casetrail", "default", Duration.ofSeconds(10));
    }
}
