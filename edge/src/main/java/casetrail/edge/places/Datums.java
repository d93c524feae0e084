package casetrail.edge.places;

import casetrail.events.cases.Datum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Brings points of the datums that Chinese maps use to WGS-84. GCJ-02 shifts a WGS-84 point by up to some 700 m within China, by a
 * formula that was never published officially; this is the one in common use, as documented at
 * <a href="https://en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China">Wikipedia, "Restrictions on geographic data in
 * China"</a> and implemented by many public projects (eviltransform). It has no closed inverse: the inverse is found by iteration. BD-09
 * is GCJ-02 shifted once more.
 */
public final class Datums {

    private static final double SEMI_MAJOR_AXIS = 6_378_245.0; // Krasovsky 1940
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double BD09_PI = Math.PI * 3000.0 / 180.0;
    private static final double CLOSE_DEGREES = 1e-9; // about 0.1 mm
    private static final int ROUNDS_MAX = 30;
    private static final int DECIMALS = 6;

    private Datums() {}

    /** A point in degrees. */
    public record Point(BigDecimal latitude, BigDecimal longitude) {}

    /** The point in WGS-84, to 6 decimals; empty for a local datum, whose parameters nobody here knows. */
    public static Optional<Point> toWgs84(Datum datum, Point point) {
        var degrees =
                new Degrees(point.latitude().doubleValue(), point.longitude().doubleValue());
        return switch (datum) {
            case WGS84 -> Optional.of(point);
            case GCJ02 -> Optional.of(rounded(inverse(degrees)));
            case BD09 -> Optional.of(rounded(inverse(bd09ToGcj02(degrees))));
            case LOCAL -> Optional.empty();
        };
    }

    /** A WGS-84 point as GCJ-02 shows it; outside of China they are the same. */
    static Degrees wgs84ToGcj02(Degrees wgs) {
        if (!inChina(wgs)) {
            return wgs;
        }
        double x = wgs.longitude() - 105.0;
        double y = wgs.latitude() - 35.0;
        double radians = Math.toRadians(wgs.latitude());
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) * Math.sin(radians);
        double metresPerDegreeNorth =
                Math.toRadians(SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic)));
        double metresPerDegreeEast = Math.toRadians(SEMI_MAJOR_AXIS / Math.sqrt(magic) * Math.cos(radians));
        return new Degrees(
                wgs.latitude() + northShift(x, y) / metresPerDegreeNorth,
                wgs.longitude() + eastShift(x, y) / metresPerDegreeEast);
    }

    private static Degrees inverse(Degrees gcj) {
        var guess = gcj;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            var shown = wgs84ToGcj02(guess);
            double north = gcj.latitude() - shown.latitude();
            double east = gcj.longitude() - shown.longitude();
            guess = new Degrees(guess.latitude() + north, guess.longitude() + east);
            if (Math.abs(north) < CLOSE_DEGREES && Math.abs(east) < CLOSE_DEGREES) {
                break;
            }
        }
        return guess;
    }

    static Degrees gcj02ToBd09(Degrees gcj) {
        double radius = Math.hypot(gcj.longitude(), gcj.latitude()) + 2e-5 * Math.sin(gcj.latitude() * BD09_PI);
        double angle = Math.atan2(gcj.latitude(), gcj.longitude()) + 3e-6 * Math.cos(gcj.longitude() * BD09_PI);
        return new Degrees(radius * Math.sin(angle) + 0.006, radius * Math.cos(angle) + 0.0065);
    }

    private static Degrees bd09ToGcj02(Degrees bd) {
        double x = bd.longitude() - 0.0065;
        double y = bd.latitude() - 0.006;
        double radius = Math.hypot(x, y) - 2e-5 * Math.sin(y * BD09_PI);
        double angle = Math.atan2(y, x) - 3e-6 * Math.cos(x * BD09_PI);
        return new Degrees(radius * Math.sin(angle), radius * Math.cos(angle));
    }

    private static double northShift(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(6.0 * x, 2.0 * x)
                + (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2.0 / 3.0
                + (160.0 * Math.sin(y / 12.0 * Math.PI) + 320.0 * Math.sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
    }

    private static double eastShift(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(6.0 * x, 2.0 * x)
                + (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2.0 / 3.0
                + (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
    }

    private static double waves(double fast, double slow) {
        return (20.0 * Math.sin(fast * Math.PI) + 20.0 * Math.sin(slow * Math.PI)) * 2.0 / 3.0;
    }

    private static boolean inChina(Degrees point) {
        return point.longitude() >= 72.004
                && point.longitude() <= 137.8347
                && point.latitude() >= 0.8293
                && point.latitude() <= 55.8271;
    }

    private static Point rounded(Degrees degrees) {
        return new Point(rounded(degrees.latitude()), rounded(degrees.longitude()));
    }

    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The same inside the arithmetic, where exact decimals make no sense. */
    record Degrees(double latitude, double longitude) {}
}
