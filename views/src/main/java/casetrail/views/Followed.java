package casetrail.views;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link LiveFold} follows.
 *
 * @param name for threads, logs and answers
 * @param family the one family of streams that the fold is about; absent for all of them
 * @param from the first position to read
 * @param start the value before that position
 */
public record Followed<V>(String name, @Nullable String family, long from, V start, Fold<V> fold) {

    /** The streams of one family from the beginning. */
    public static <V> Followed<V> family(String family, V empty, Fold<V> fold) {
        return new Followed<>(family, family, 0, empty, fold);
    }
}
