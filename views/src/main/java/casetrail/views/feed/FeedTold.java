package casetrail.views.feed;

import java.time.Duration;
import java.time.Instant;

/** Hears what feeds do, for metrics. Called by the feeds' threads; must be quick and must not fail. */
public interface FeedTold {

    /** Hears nothing. */
    FeedTold NOBODY = new FeedTold() {};

    /**
     * A batch is durable.
     *
     * @param events how many events of held segments were counted in
     * @param oldestRecordedAt when the log learned the first of them
     * @param took from reading to durable
     */
    default void counted(int events, Instant oldestRecordedAt, Duration took) {}

    /** So many events were parked. */
    default void parked(int events) {}
}
