package casetrail.views.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a building is.
 *
 * @param next the first position that is not read
 * @param end where the log ended when it was last looked
 * @param events how many of them belonged to the view
 * @param documents how many documents there are
 * @param parked how many events could not be folded, or wait behind such a one
 * @param took so far
 */
public record Progress(long next, long end, long events, long documents, long parked, Duration took) {

    /** Nothing is read yet. */
    static final Progress NONE = new Progress(0, 0, 0, 0, 0, Duration.ZERO);

    /** Events of the view per second so far. */
    @JsonProperty
    public long eventsPerSecond() {
        long millis = Math.max(1, took.toMillis());
        return events * 1_000 / millis;
    }

    /** The same in whole seconds. */
    @JsonProperty
    public @Nullable Long secondsLeft() {
        var left = left();
        return left == null ? null : left.toSeconds();
    }

    /** How long it will take from here if it goes on like this; absent before anything is read. */
    public @Nullable Duration left() {
        return next == 0 ? null : took.multipliedBy(Math.max(0, end - next)).dividedBy(next);
    }
}
