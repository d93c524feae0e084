package casetrail.command.viewing;

import casetrail.events.StreamId;
import casetrail.events.views.ViewName;

/** What an administrator may order about a view. */
public sealed interface ViewCommand {

    ViewName view();

    /** As it stands in the path and on record. */
    String name();

    /** Whether it says nothing without a reason. */
    boolean needsReason();

    /** Build a new version beside the others. */
    record Rebuild(ViewName view) implements ViewCommand {
        @Override
        public String name() {
            return "rebuild";
        }

        @Override
        public boolean needsReason() {
            return false;
        }
    }

    /** Read another version from now on. */
    record CutOver(ViewName view, int version, boolean acceptDifferences) implements ViewCommand {
        @Override
        public String name() {
            return "cut-over";
        }

        @Override
        public boolean needsReason() {
            return acceptDifferences;
        }
    }

    /** Read an earlier version again. */
    record RollBack(ViewName view, int version) implements ViewCommand {
        @Override
        public String name() {
            return "roll-back";
        }

        @Override
        public boolean needsReason() {
            return true;
        }
    }

    /** Take a version away that is not read. */
    record DropVersion(ViewName view, int version) implements ViewCommand {
        @Override
        public String name() {
            return "drop-version";
        }

        @Override
        public boolean needsReason() {
            return true;
        }
    }

    /** Read the first parked event of a stream and fold it again. */
    record RetryParked(ViewName view, int version, StreamId stream, long sequence) implements ViewCommand {
        @Override
        public String name() {
            return "retry-parked";
        }

        @Override
        public boolean needsReason() {
            return false;
        }
    }

    /** Leave the first parked event of a stream out of its document. */
    record EvictParked(ViewName view, int version, StreamId stream, long sequence) implements ViewCommand {
        @Override
        public String name() {
            return "evict-parked";
        }

        @Override
        public boolean needsReason() {
            return true;
        }
    }
}
