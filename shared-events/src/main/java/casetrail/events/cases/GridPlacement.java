package casetrail.events.cases;

import casetrail.events.GridCode;
import org.jspecify.annotations.Nullable;

/**
 * The grid a place lies in, in the version of its day; or that no grid was found.
 *
 * @param version of the grid, from 1; present exactly with a code
 * @param unlocated true exactly without a code
 */
public record GridPlacement(
        @Nullable GridCode grid, @Nullable Integer version, boolean unlocated) {

    public static final GridPlacement UNLOCATED = new GridPlacement(null, null, true);

    public GridPlacement {
        if (unlocated != (grid == null) || unlocated != (version == null)) {
            throw new IllegalArgumentException("a placement is a grid with its version, or unlocated");
        }
        if (version != null && version < 1) {
            throw new IllegalArgumentException("grid version %d is below 1".formatted(version));
        }
    }

    public static GridPlacement in(GridCode grid, int version) {
        return new GridPlacement(grid, version, false);
    }
}
