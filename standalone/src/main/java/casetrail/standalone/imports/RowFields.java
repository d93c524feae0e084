package casetrail.standalone.imports;

import casetrail.events.cases.Datum;
import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Location;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one row while it is being read: collects what is odd and what is wrong about it. */
final class RowFields {

    static final int PUBLIC_TEXT_MAX = 200;
    static final int CODE_MAX = 40;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}([.][0-9]{1,20})?");

    private final Row row;
    private final LocalTimes times;
    private final Set<Anomaly> oddities = EnumSet.noneOf(Anomaly.class);
    private final List<Fault> faults = new ArrayList<>();
    private String key = "";

    RowFields(Row row, LocalTimes times) {
        this.row = row;
        this.times = times;
        if (!row.complete()) {
            oddities.add(Anomaly.FIELD_COUNT);
        }
    }

    String text(String column) {
        return row.text(column);
    }

    Set<Anomaly> oddities() {
        return oddities;
    }

    List<Fault> faults() {
        return faults;
    }

    void odd(Anomaly anomaly) {
        oddities.add(anomaly);
    }

    void wrong(String column, String reason) {
        faults.add(new Fault(row.line(), key, column, reason, row.text(column)));
    }

    String key(String column) {
        key = row.text(column);
        if (key.isEmpty()) {
            wrong(column, "no key");
        } else if (!KEY.matcher(key).matches()) {
            wrong(column, "not a key: 1 to 100 visible ASCII characters");
        }
        return key;
    }

    /** The opening time; without it the row is rejected. */
    Instant opened(String column) {
        var told = times.read(row.text(column));
        if (told.isEmpty()) {
            wrong(column, row.text(column).isEmpty() ? "no opening time" : "opening time cannot be read");
            return Instant.EPOCH; // never used: a row with a fault goes no further
        }
        oddities.addAll(told.get().doubts());
        return told.get().instant();
    }

    /** Another time; one that cannot be read is left out and noted. */
    Optional<LocalTimes.Told> time(String column) {
        if (row.text(column).isEmpty()) {
            return Optional.empty();
        }
        var told = times.read(row.text(column));
        if (told.isEmpty()) {
            odd(Anomaly.UNREADABLE_DATE);
        }
        return told;
    }

    /** The time that the source allowed, rounded up to what a limit can say. */
    @Nullable
    Limit limit(Instant opened, Optional<Instant> due) {
        if (due.isEmpty()) {
            odd(Anomaly.NO_DUE_DATE);
            return null;
        }
        long seconds = Duration.between(opened, due.get()).toSeconds();
        if (seconds <= 0) {
            odd(Anomaly.DUE_BEFORE_OPENED);
            return null;
        }
        long minutes = Math.ceilDiv(seconds, 60L);
        if (minutes <= Limit.AMOUNT_MAX) {
            return new Limit((int) minutes, LimitUnit.MINUTE);
        }
        long hours = Math.ceilDiv(minutes, 60L);
        return new Limit((int) Math.min(hours, Limit.AMOUNT_MAX), LimitUnit.URGENT_HOUR);
    }

    /** The place: a point where there is one, and the address or, failing both, a coarser name. */
    Location location(String latitudeColumn, String longitudeColumn, String address, String coarse) {
        var latitude = row.text(latitudeColumn);
        var longitude = row.text(longitudeColumn);
        var fitting = ForeignText.fitting(address, Location.ADDRESS_MAX, oddities);
        var words = fitting.isEmpty() ? null : fitting;
        if (latitude.isEmpty() || longitude.isEmpty()) {
            odd(Anomaly.NO_COORDINATES);
        } else if (within(latitude, 90) && within(longitude, 180)) {
            var raw = latitude + "," + longitude;
            return new Location(new BigDecimal(latitude), new BigDecimal(longitude), Datum.WGS84, raw, words, null);
        } else {
            odd(Anomaly.COORDINATES_OUT_OF_RANGE);
        }
        if (words == null) {
            odd(Anomaly.NO_PLACE);
            words = coarse.isBlank() ? "(no place given)" : coarse;
        }
        return new Location(null, null, null, null, words, null);
    }

    private static boolean within(String degrees, int max) {
        return DEGREES.matcher(degrees).matches()
                && new BigDecimal(degrees).abs().compareTo(BigDecimal.valueOf(max)) <= 0;
    }
}
