package casetrail.views;

import casetrail.events.Recorded;
import org.jspecify.annotations.Nullable;

/** What a view keeps of a stream after one more event of it. Pure: no clock, no network, no database; it never refuses. */
@FunctionalInterface
public interface DocumentFold<V> {

    /**
     * The value after the event; the value before stays as it was.
     *
     * @param before absent before the stream's first event
     */
    V after(@Nullable V before, Recorded<?> event);
}
