package casetrail.ledger.axon;

import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come: the position of the last event it has seen, {@link #NOTHING} before the first. Positions have no
 * gaps and follow commit order, so this number is all there is to know.
 */
public record PositionToken(long last) implements TrackingToken {

    /** Seen nothing yet. */
    public static final PositionToken NOTHING = new PositionToken(-1);

    public PositionToken {
        if (last < -1) {
            throw new IllegalArgumentException("position %d is below -1".formatted(last));
        }
    }

    /** The position a reader with this token reads next. */
    static long next(@Nullable TrackingToken token) {
        return token == null ? 0 : of(token).last + 1;
    }

    private static PositionToken of(TrackingToken token) {
        if (token instanceof PositionToken position) {
            return position;
        }
        throw new IllegalArgumentException("not a token of this log: " + token);
    }

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return of(other).last < last ? other : this;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return of(other).last > last ? other : this;
    }

    @Override
    public boolean covers(@Nullable TrackingToken other) {
        return other == null || of(other).last <= last;
    }

    @Override
    public OptionalLong position() {
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }
}
