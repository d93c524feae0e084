package casetrail.command.cases.http;

import casetrail.edge.places.Datums;
import casetrail.edge.places.Datums.Point;
import casetrail.events.GridCode;
import casetrail.events.cases.Datum;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where it is, as a client says it. A point of another datum is brought to WGS-84, and kept as it came in beside that. */
record PlaceRequest(
        @Nullable PointRequest point,

        @Bound(min = 1, max = Location.ADDRESS_MAX) @Nullable
        String address,

        @Bound(min = 1, max = 100) @Nullable String addressId) {

    PlaceRequest {
        if (point == null && address == null && addressId == null) {
            throw new IllegalArgumentException("a point, an address or an address id is needed");
        }
    }

    Location location() {
        if (point == null) {
            return new Location(null, null, null, null, address, addressId);
        }
        var wgs84 = point.wgs84();
        return new Location(wgs84.latitude(), wgs84.longitude(), point.datumOrWgs84(), point.raw(), address, addressId);
    }

    /** A point in degrees; WGS-84 unless said otherwise. */
    record PointRequest(
            @Bound(min = -90, max = 90) BigDecimal latitude,
            @Bound(min = -180, max = 180) BigDecimal longitude,
            @Nullable Datum datum) {

        private static final BigDecimal LATITUDE_MAX = BigDecimal.valueOf(90);
        private static final BigDecimal LONGITUDE_MAX = BigDecimal.valueOf(180);

        PointRequest {
            if (datum == Datum.LOCAL) {
                throw new IllegalArgumentException("points are understood in WGS84, GCJ02 and BD09");
            }
            var place = Datums.toWgs84(datum == null ? Datum.WGS84 : datum, new Point(latitude, longitude))
                    .orElseThrow();
            if (isBeyond(place.latitude(), LATITUDE_MAX) || isBeyond(place.longitude(), LONGITUDE_MAX)) {
                throw new IllegalArgumentException("in WGS-84 the point would lie beyond a pole or the 180th meridian");
            }
        }

        /** Bringing a point at the very edge to WGS-84 may shift it over the edge. */
        private static boolean isBeyond(BigDecimal degrees, BigDecimal max) {
            return degrees.abs().compareTo(max) > 0;
        }

        Datum datumOrWgs84() {
            return datum == null ? Datum.WGS84 : datum;
        }

        Point wgs84() {
            return Datums.toWgs84(datumOrWgs84(), new Point(latitude, longitude))
                    .orElseThrow();
        }

        String raw() {
            return latitude.toPlainString() + "," + longitude.toPlainString();
        }
    }

    /** A grid in the version of its day. */
    record GridRequest(
            GridCode code,
            @Bound(min = 1, max = Integer.MAX_VALUE) int version) {

        static GridPlacement placement(@Nullable GridRequest grid) {
            return grid == null ? GridPlacement.UNLOCATED : GridPlacement.in(grid.code(), grid.version());
        }
    }
}
