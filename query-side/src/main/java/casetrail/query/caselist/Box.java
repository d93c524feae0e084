package casetrail.query.caselist;

import casetrail.views.Condition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A box of the map in millionths of degrees WGS-84, its edges included. Where west is greater than east it reaches over the line of the date.
 */
record Box(long west, long south, long east, long north) {

    private static final int DECIMALS = 6;
    private static final int LONGITUDE_MAX = 180;
    private static final int LATITUDE_MAX = 90;
    private static final int TEXT_MAX = 24;

    /** @throws IllegalArgumentException if it is no box */
    static Box of(String text) {
        var edges = text.split(",", -1);
        if (edges.length != 4) {
            throw new IllegalArgumentException("not west,south,east,north in degrees");
        }
        var box = new Box(
                micro(edges[0], LONGITUDE_MAX),
                micro(edges[1], LATITUDE_MAX),
                micro(edges[2], LONGITUDE_MAX),
                micro(edges[3], LATITUDE_MAX));
        if (box.south > box.north) {
            throw new IllegalArgumentException("the south of the box lies north of its north");
        }
        return box;
    }

    Condition condition() {
        var high = new Condition.Between(CaseFields.LATITUDE, south, north + 1);
        var wide = west <= east
                ? longitudes(west, east)
                : new Condition.Any(
                        List.of(longitudes(west, micros(LONGITUDE_MAX)), longitudes(-micros(LONGITUDE_MAX), east)));
        return high.and(wide);
    }

    private static Condition longitudes(long from, long to) {
        return new Condition.Between(CaseFields.LONGITUDE, from, to + 1);
    }

    private static long micro(String text, int max) {
        if (text.length() > TEXT_MAX || !text.matches("-?[0-9]{1,3}([.][0-9]{1,15})?")) {
            throw new IllegalArgumentException("not west,south,east,north in degrees");
        }
        var micros = new BigDecimal(text)
                .movePointRight(DECIMALS)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        if (Math.abs(micros) > micros(max)) {
            throw new IllegalArgumentException("%s is not in -%d to %d".formatted(text, max, max));
        }
        return micros;
    }

    private static long micros(int degrees) {
        return degrees * 1_000_000L;
    }
}
