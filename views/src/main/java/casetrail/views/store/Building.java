package casetrail.views.store;

import casetrail.views.ViewVersion;

/**
 * A version of a view in an engine.
 *
 * @param revision of the view with which its documents were folded
 */
public record Building(ViewVersion version, int revision, Phase phase) {

    /** How far it is. */
    public enum Phase {
        /** Documents are written in bulk by one process. Torn if that process is dead; then it is dropped and begun again. */
        BUILDING,
        /** It is whole up to the progress of its segments, and follows the log. */
        FOLLOWING
    }
}
