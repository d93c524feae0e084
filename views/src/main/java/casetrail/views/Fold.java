package casetrail.views;

import casetrail.events.Recorded;

/** What a view's value is after one more event. Pure: no clock, no network, no database; it never refuses. */
@FunctionalInterface
public interface Fold<V> {

    /** The value after the event; the value before stays as it was. */
    V after(V before, Recorded<?> event);
}
