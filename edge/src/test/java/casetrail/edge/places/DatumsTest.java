package casetrail.edge.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casetrail.edge.places.Datums.Degrees;
import casetrail.edge.places.Datums.Point;
import casetrail.events.cases.Datum;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A point brought to another datum and back is the same within a metre. */
class DatumsTest {

    private static final double METRES_PER_DEGREE = 111_320;
    private static final int POINTS = 20_000;

    @Test
    void a_point_goes_to_gcj02_and_back_within_a_metre() {
        everywhereInChina(wgs -> {
            var gcj = Datums.wgs84ToGcj02(wgs);
            assertThat(metres(wgs, gcj)).isBetween(10.0, 1500.0);
            return back(Datum.GCJ02, gcj);
        });
    }

    @Test
    void a_point_goes_to_bd09_and_back_within_a_metre() {
        everywhereInChina(wgs -> back(Datum.BD09, Datums.gcj02ToBd09(Datums.wgs84ToGcj02(wgs))));
    }

    @Test
    void a_known_place_is_where_published_tables_have_it() {
        // The point that eviltransform's own tests use, in Shanghai.
        var gcj = Datums.wgs84ToGcj02(new Degrees(31.1774276, 121.5272106));

        assertThat(gcj.latitude()).isCloseTo(31.17530398364597, within(1e-6));
        assertThat(gcj.longitude()).isCloseTo(121.531541859215, within(1e-6));
    }

    @Test
    void outside_of_china_nothing_is_shifted() {
        var boston = new Degrees(42.36, -71.06);

        assertThat(Datums.wgs84ToGcj02(boston)).isEqualTo(boston);
        assertThat(back(Datum.GCJ02, boston)).isEqualTo(boston);
    }

    @Test
    void wgs84_is_kept_to_the_digit_and_a_local_datum_is_not_understood() {
        var point = new Point(new BigDecimal("31.17742765"), new BigDecimal("121.5"));

        assertThat(Datums.toWgs84(Datum.WGS84, point)).contains(point);
        assertThat(Datums.toWgs84(Datum.LOCAL, point)).isEmpty();
    }

    private static void everywhereInChina(java.util.function.UnaryOperator<Degrees> roundTrip) {
        long seed = 20260301;
        System.out.println("datums: seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < POINTS; i++) {
            var wgs = new Degrees(18.5 + 34 * random.nextDouble(), 74 + 60 * random.nextDouble());
            assertThat(metres(wgs, roundTrip.apply(wgs))).as("%s", wgs).isLessThan(1.0);
        }
    }

    private static Degrees back(Datum datum, Degrees point) {
        var wgs = Datums.toWgs84(
                        datum, new Point(BigDecimal.valueOf(point.latitude()), BigDecimal.valueOf(point.longitude())))
                .orElseThrow();
        return new Degrees(wgs.latitude().doubleValue(), wgs.longitude().doubleValue());
    }

    private static double metres(Degrees one, Degrees other) {
        double north = (one.latitude() - other.latitude()) * METRES_PER_DEGREE;
        double east =
                (one.longitude() - other.longitude()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(one.latitude()));
        return Math.hypot(north, east);
    }
}
