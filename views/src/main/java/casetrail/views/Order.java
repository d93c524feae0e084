package casetrail.views;

import org.jspecify.annotations.Nullable;

/**
 * In what order documents come. Documents without the field come last, up and down alike; those with the same value come in the order of
 * their ids, in the same direction.
 *
 * @param field a TERM or NUMBER field; absent for the order of the ids alone
 */
public record Order(@Nullable String field, boolean descending) {

    /** By the ids of the streams. */
    public static final Order BY_STREAM = new Order(null, false);

    /** The smallest first. */
    public static Order up(String field) {
        return new Order(field, false);
    }

    /** The greatest first. */
    public static Order down(String field) {
        return new Order(field, true);
    }
}
