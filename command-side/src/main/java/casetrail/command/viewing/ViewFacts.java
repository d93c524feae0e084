package casetrail.command.viewing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a view when an order about it comes.
 *
 * @param versions by number, those that there are and that were not decided to be dropped
 * @param active the number of the version that is read; absent while none is whole
 * @param awaited the number that was ordered to be built if nobody has begun with it yet
 * @param free a number that no version ever had
 */
public record ViewFacts(
        Map<Integer, Version> versions,
        @Nullable Integer active,
        @Nullable Integer awaited,
        int free) {

    public ViewFacts {
        versions = Map.copyOf(versions);
    }

    /**
     * One version.
     *
     * @param whole whether it is built
     * @param compared how it compares with the version that is read; absent if that is not known
     * @param behind how many positions it is behind the version that is read, at least 0
     * @param once whether it is or was read
     * @param parkedFirst whether the event that the order names is the first one parked of its stream
     */
    public record Version(boolean whole, @Nullable Compared compared, long behind, boolean once, boolean parkedFirst) {}

    /** Of how many documents how many are not known to be the same. */
    public record Compared(long documents, long notSame) {}
}
