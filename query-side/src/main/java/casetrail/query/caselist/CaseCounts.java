package casetrail.query.caselist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cases counted by something.
 *
 * @param at the moment that was counted at, and ages are counted from
 * @param cases how many there are in all; by area and flag a case counts under each that it has
 * @param complete false if there are more values than are told
 * @param counts the values with the most cases first; ages in their order
 */
record CaseCounts(String by, Instant at, long cases, boolean complete, List<Count> counts) {

    /** The most values that are told of one count. */
    static final int VALUES_MAX = 500;

    /**
     * One value with its number of cases.
     *
     * @param words for values that have any
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Count(String value, @Nullable String words, long cases) {}
}
