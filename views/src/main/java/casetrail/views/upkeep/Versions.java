package casetrail.views.upkeep;

import casetrail.events.views.ViewName;
import casetrail.views.store.Building;
import casetrail.views.store.Building.Phase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the versions that a store has is read: one rule for all processes. */
public final class Versions {

    private Versions() {}

    /** The version that is read: the one decided upon if the store has it whole; else the lowest that is whole. Empty if none is. */
    public static Optional<Building> active(ViewName view, List<Building> buildings, Decided decided) {
        var whole = of(view, buildings).stream()
                .filter(b -> b.phase() == Phase.FOLLOWING)
                .filter(b -> !decided.isDropped(view, b.version().number()))
                .toList();
        var chosen = decided.chosen(view);
        return whole.stream()
                .filter(b -> chosen != null && b.version().number() == chosen)
                .findFirst()
                .or(() -> whole.stream().min(Comparator.comparing(Building::version)));
    }

    /** The buildings of one view. */
    public static List<Building> of(ViewName view, List<Building> buildings) {
        return buildings.stream().filter(b -> b.version().view().equals(view)).toList();
    }

    /** A number that no version of the view ever had. */
    public static int free(ViewName view, List<Building> buildings, Decided decided) {
        return Math.max(decided.highest(view), highest(view, buildings)) + 1;
    }

    /** The highest number that the store has; 0 if none. */
    public static int highest(ViewName view, List<Building> buildings) {
        return of(view, buildings).stream()
                .mapToInt(b -> b.version().number())
                .max()
                .orElse(0);
    }
}
