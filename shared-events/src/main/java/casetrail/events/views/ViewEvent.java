package casetrail.events.views;

import casetrail.events.StreamId;

/** Everything that is decided about a view; stream {@code view-<name>}. Why stands in the envelope's reason. */
public sealed interface ViewEvent {

    /** The family of these streams. */
    String FAMILY = "view";

    ViewName view();

    /** A new version is to be built beside the others. */
    record ViewRebuildOrdered(ViewName view, int version) implements ViewEvent {
        public ViewRebuildOrdered {
            requireVersion(version);
        }
    }

    /**
     * From now on another version is read.
     *
     * @param from the version that was read; 0 if there was none
     * @param compared how many documents of both were compared before
     * @param differing how many of them were not the same, or were only in one of them
     */
    record ViewCutOver(ViewName view, int from, int to, long compared, long differing) implements ViewEvent {
        public ViewCutOver {
            requireVersion(to);
            if (from < 0 || compared < 0 || differing < 0 || differing > compared) {
                throw new IllegalArgumentException(
                        "not a cut-over: from %d, %d of %d differ".formatted(from, differing, compared));
            }
        }
    }

    /** From now on an earlier version is read again. */
    record ViewRolledBack(ViewName view, int from, int to) implements ViewEvent {
        public ViewRolledBack {
            requireVersion(from);
            requireVersion(to);
        }
    }

    /** A version that is not read any more is taken away. */
    record ViewVersionDropped(ViewName view, int version) implements ViewEvent {
        public ViewVersionDropped {
            requireVersion(version);
        }
    }

    /** An event that could not be folded is left out of its document in that version; the log keeps it. */
    record ParkedEventEvicted(ViewName view, int version, StreamId stream, long sequence) implements ViewEvent {
        public ParkedEventEvicted {
            requireVersion(version);
            if (sequence < 0) {
                throw new IllegalArgumentException("sequence %d is below 0".formatted(sequence));
            }
        }
    }

    /** Somebody wants a parked event read and folded again. */
    record ParkedEventRetried(ViewName view, int version, StreamId stream, long sequence) implements ViewEvent {
        public ParkedEventRetried {
            requireVersion(version);
            if (sequence < 0) {
                throw new IllegalArgumentException("sequence %d is below 0".formatted(sequence));
            }
        }
    }

    private static void requireVersion(int version) {
        if (version < 1) {
            throw new IllegalArgumentException("version %d of a view is below 1".formatted(version));
        }
    }
}
