package casetrail.standalone.imports;

import casetrail.events.UnitCode;
import casetrail.events.cases.Classification;
import casetrail.events.cases.Limit;
import casetrail.events.cases.Location;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.Source;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One foreign service request, read and understood; what its format means is settled, what our rules say about it is not.
 *
 * @param key by which the source knows it
 * @param limit from opening to the due date; absent if the source has none
 * @param acted the last action that the source knows of, with its words in {@code result}; absent if there is none
 * @param ended when the source says it ended, or the opening where it does not say; present exactly if the standing is an end
 * @param result what the source says about the result, in clear; it is sealed before it goes anywhere
 */
record ForeignRequest(
        String key,
        Instant opened,
        @Nullable Limit limit,
        @Nullable Instant acted,
        @Nullable Instant ended,
        Standing standing,
        Source source,
        ProblemKind kind,
        Classification classification,
        String publicText,
        Location location,
        UnitCode unit,
        @Nullable String result,
        Set<Anomaly> anomalies) {

    ForeignRequest {
        anomalies = Set.copyOf(anomalies);
        if (standing.isEnd() != (ended != null)) {
            throw new IllegalArgumentException("an end needs its moment, and nothing else has one");
        }
    }

    /** How far the request got. */
    enum Standing {
        /** A unit has it. */
        DISPATCHED,
        /** A unit took it up. */
        ACCEPTED,
        /** Somebody works on it. */
        IN_HANDS,
        CLOSED,
        /** Ended because it was none. */
        INVALID,
        /** Ended because another body was responsible. */
        REFERRED,
        /** Ended because it was known already; the source does not say from where. */
        DUPLICATE;

        boolean isEnd() {
            return switch (this) {
                case DISPATCHED, ACCEPTED, IN_HANDS -> false;
                case CLOSED, INVALID, REFERRED, DUPLICATE -> true;
            };
        }
    }
}
