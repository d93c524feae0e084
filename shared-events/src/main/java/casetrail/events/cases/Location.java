package casetrail.events.cases;

import casetrail.events.Bounded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Where it is: a point, an address, an address id, or several of these.
 *
 * @param latitude in degrees WGS-84, north positive, to 6 decimals (about 0.1 m)
 * @param longitude in degrees WGS-84, east positive, to 6 decimals
 * @param sourceDatum the datum in which the point came in; present exactly with a point
 * @param rawPoint the point as it came in, before any conversion; present exactly with a point
 */
public record Location(
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable Datum sourceDatum,
        @Nullable String rawPoint,
        @Nullable String address,
        @Nullable String addressId) {

    /** The longest address, in UTF-16 units. */
    public static final int ADDRESS_MAX = 300;

    private static final int DECIMALS = 6;

    public Location {
        boolean point = latitude != null;
        if (point != (longitude != null) || point != (sourceDatum != null) || point != (rawPoint != null)) {
            throw new IllegalArgumentException(
                    "a point needs latitude, longitude, source datum and raw value together");
        }
        if (!point && address == null && addressId == null) {
            throw new IllegalArgumentException("a location needs a point, an address or an address id");
        }
        latitude = degrees("latitude", latitude, 90);
        longitude = degrees("longitude", longitude, 180);
        if (rawPoint != null) {
            Bounded.text("rawPoint", rawPoint, 100);
        }
        if (address != null) {
            Bounded.text("address", address, ADDRESS_MAX);
        }
        if (addressId != null) {
            Bounded.text("addressId", addressId, 100);
        }
    }

    private static @Nullable BigDecimal degrees(String field, @Nullable BigDecimal value, int max) {
        if (value == null) {
            return null;
        }
        if (value.abs().compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new IllegalArgumentException("%s %s is not in -%d to %d".formatted(field, value, max, max));
        }
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
