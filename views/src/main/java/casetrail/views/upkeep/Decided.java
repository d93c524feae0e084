package casetrail.views.upkeep;

import casetrail.events.Recorded;
import casetrail.events.views.ViewEvent;
import casetrail.events.views.ViewName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided about views, folded from their streams.
 *
 * @param chosen which version is to be read
 * @param ordered the last version that was ordered to be built
 * @param dropped which versions are to be taken away
 * @param once which versions are or were read
 * @param highest the highest number that was ever spoken of
 */
public record Decided(
        Map<ViewName, Integer> chosen,
        Map<ViewName, Integer> ordered,
        Map<ViewName, Set<Integer>> dropped,
        Map<ViewName, Set<Integer>> once,
        Map<ViewName, Integer> highest) {

    /** Before anything was decided. */
    public static final Decided NOTHING = new Decided(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Decided {
        chosen = Map.copyOf(chosen);
        ordered = Map.copyOf(ordered);
        dropped = Map.copyOf(dropped);
        once = Map.copyOf(once);
        highest = Map.copyOf(highest);
    }

    /** After one more event. */
    public static Decided after(Decided before, Recorded<?> recorded) {
        if (!(recorded.event() instanceof ViewEvent event)) {
            throw new IllegalStateException("not an event of a view at position %d".formatted(recorded.position()));
        }
        return switch (event) {
            case ViewEvent.ViewRebuildOrdered e -> before.ordering(e.view(), e.version());
            case ViewEvent.ViewCutOver e -> before.choosing(e.view(), e.from(), e.to());
            case ViewEvent.ViewRolledBack e -> before.choosing(e.view(), e.from(), e.to());
            case ViewEvent.ViewVersionDropped e -> before.dropping(e.view(), e.version());
            case ViewEvent.ParkedEventEvicted e -> before.spoken(e.view(), e.version());
            case ViewEvent.ParkedEventRetried e -> before.spoken(e.view(), e.version());
        };
    }

    /** The version that is to be read; absent while nothing was decided. */
    public @Nullable Integer chosen(ViewName view) {
        return chosen.get(view);
    }

    /** The last version that was ordered to be built; 0 if none was. */
    public int ordered(ViewName view) {
        return ordered.getOrDefault(view, 0);
    }

    /** Whether the version is to be taken away. */
    public boolean isDropped(ViewName view, int version) {
        return dropped.getOrDefault(view, Set.of()).contains(version);
    }

    /** Whether the version is or was read, as far as that was decided. */
    public boolean wasRead(ViewName view, int version) {
        return once.getOrDefault(view, Set.of()).contains(version);
    }

    /** The highest number that was ever spoken of; 0 if none. */
    public int highest(ViewName view) {
        return highest.getOrDefault(view, 0);
    }

    /**
     * Whether a version was ordered that nobody has begun to build: there is none with that number or a higher one, because a building that
     * was cut off is begun anew under a higher number.
     *
     * @param highestBegun the highest number that the store has; 0 if none
     */
    public boolean awaitsBuilding(ViewName view, int highestBegun) {
        var wanted = ordered.get(view);
        return wanted != null
                && highestBegun < wanted
                && dropped.getOrDefault(view, Set.of()).stream().noneMatch(d -> d >= wanted);
    }

    private Decided ordering(ViewName view, int version) {
        var now = new HashMap<>(ordered);
        now.put(view, version);
        return new Decided(chosen, now, dropped, once, highest).spoken(view, version);
    }

    private Decided choosing(ViewName view, int from, int to) {
        var now = new HashMap<>(chosen);
        now.put(view, to);
        var read = adding(adding(once, view, from), view, to);
        return new Decided(now, ordered, dropped, read, highest)
                .spoken(view, to)
                .spoken(view, from);
    }

    private Decided dropping(ViewName view, int version) {
        return new Decided(chosen, ordered, adding(dropped, view, version), once, highest).spoken(view, version);
    }

    private Decided spoken(ViewName view, int version) {
        var now = new HashMap<>(highest);
        now.merge(view, version, Math::max);
        return new Decided(chosen, ordered, dropped, once, now);
    }

    private static Map<ViewName, Set<Integer>> adding(Map<ViewName, Set<Integer>> to, ViewName view, int version) {
        var now = new HashMap<>(to);
        now.merge(view, Set.of(version), (a, b) -> {
            var both = new HashSet<>(a);
            both.addAll(b);
            return Set.copyOf(both);
        });
        return now;
    }
}
