package casetrail.command.cases;

import casetrail.events.RequestKey;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests that a case has carried out within the last days, so that a repeat is recognised from the log alone. Those that are
 * older than {@link #KEPT} are forgotten when a newer one comes in; in between, they no longer count. Of more than {@link #COUNT_MAX}
 * the oldest are forgotten, so that a case that somebody hammers stays small.
 *
 * @param answered oldest first
 */
public record RequestMemory(List<Answered> answered) {

    /** How long a request is remembered. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** How many requests are remembered at most. */
    public static final int COUNT_MAX = 2_000;

    static final RequestMemory NONE = new RequestMemory(List.of());

    /**
     * A request and the answer it got.
     *
     * @param sequence of the last event it brought about
     * @param status of the case after it
     */
    public record Answered(
            String client, String key, Sha256 body, long sequence, CaseStatus status, Instant recordedAt) {

        boolean is(RequestKey request) {
            return key.equals(request.key()) && client.equals(request.client());
        }
    }

    /** The answer that a request got, if it was carried out within the time that counts. */
    Optional<Answered> find(RequestKey request, Instant now) {
        return answered.stream()
                .filter(a -> a.is(request) && a.recordedAt().isAfter(now.minus(KEPT)))
                .findFirst();
    }

    /** With a request's newest event; the same request's earlier event gives way to it. */
    RequestMemory with(RequestKey request, long sequence, CaseStatus status, Instant recordedAt) {
        var kept = new ArrayList<Answered>(answered.size() + 1);
        var oldest = recordedAt.minus(KEPT);
        for (var earlier : answered) {
            if (!earlier.is(request) && earlier.recordedAt().isAfter(oldest)) {
                kept.add(earlier);
            }
        }
        kept.add(new Answered(request.client(), request.key(), request.body(), sequence, status, recordedAt));
        return new RequestMemory(List.copyOf(kept.subList(Math.max(0, kept.size() - COUNT_MAX), kept.size())));
    }
}
