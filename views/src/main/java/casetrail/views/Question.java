package casetrail.views;

import org.jspecify.annotations.Nullable;

/**
 * A page of documents that is asked for.
 *
 * @param after behind which document; absent for the first page
 * @param limit at most so many, 1 to {@link #LIMIT_MAX}
 */
public record Question(
        Condition where, Order order, @Nullable After after, int limit) {

    /** The most documents of a page. */
    public static final int LIMIT_MAX = 1_000;

    public Question {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("a page of %d documents is not in 1 to %d".formatted(limit, LIMIT_MAX));
        }
    }
}
