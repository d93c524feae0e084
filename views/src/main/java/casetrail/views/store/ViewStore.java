package casetrail.views.store;

import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine that keeps views, shared by all processes that name it. Safe for many threads and processes; what a method wrote is durable
 * when it returns.
 *
 * <p>An engine that does not answer throws {@link ViewsUnavailable}; then nobody knows whether what was under way has happened.
 */
public interface ViewStore {

    /** The longest note in UTF-16 units. */
    int NOTE_MAX = 100_000;

    /** What stands under it, for logs and answers, for example {@code PostgreSQL 18.1}. */
    String engine();

    /** Every version that was begun and not dropped, by name and number. */
    List<Building> buildings();

    /** Begins a version, empty, in phase {@link Building.Phase#BUILDING}. Does nothing if it was begun already. */
    void create(ViewVersion version, int revision, Shape shape);

    /** Takes the version away with its documents, its progress and what is parked there. Does nothing if there is none. */
    void drop(ViewVersion version);

    /** The documents of a version that was created with that shape; asks nothing of the engine yet. */
    ViewTable table(ViewVersion version, Shape shape);

    /**
     * Keeps a text with a version, over the one kept before; it goes with the version.
     *
     * @param note up to {@link #NOTE_MAX} characters
     */
    void remember(ViewVersion version, String note);

    /** What was kept with a version. */
    Optional<String> remembered(ViewVersion version);

    /**
     * Shows that a process is alive: its count of beats goes up by one.
     *
     * @param member the process, up to 60 characters
     */
    void beat(String member);

    /** The counts of beats of all members. Whose count does not move any more is dead, however clocks differ. */
    Map<String, Long> beats();

    /** Forgets a member that is dead or leaves. */
    void forget(String member);
}
