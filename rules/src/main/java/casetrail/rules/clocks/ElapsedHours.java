package casetrail.rules.clocks;

import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Stage;
import java.time.Duration;
import java.time.Instant;

/**
 * The built-in profile: plain elapsed time, day and night, without any calendar. Minutes, urgent hours and days and calendar days
 * are exact. Working units are counted as elapsed time too, a working hour as one hour and a working day as 24, so that "one working
 * day" from Tuesday at 17:00 ends on Wednesday at 17:00; over a weekend that is stricter than a working calendar would be.
 */
public final class ElapsedHours implements ClockProfile {

    /** There is only one; it has no state. */
    public static final ElapsedHours PROFILE = new ElapsedHours();

    private ElapsedHours() {}

    @Override
    public String version() {
        return "elapsed-hours@1";
    }

    @Override
    public String calendar() {
        return "none";
    }

    @Override
    public Limit limit(Stage stage) {
        return switch (stage) {
            case ACCEPT, DISPATCH -> new Limit(15, LimitUnit.MINUTE);
            case VERIFY, CHECK -> new Limit(30, LimitUnit.MINUTE);
            case HANDLE -> new Limit(72, LimitUnit.URGENT_HOUR);
            case CLOSE -> new Limit(24, LimitUnit.URGENT_HOUR);
        };
    }

    @Override
    public Instant deadline(Instant start, Limit limit) {
        return start.plusSeconds(seconds(limit));
    }

    @Override
    public long remainingSeconds(Instant at, Instant deadline, LimitUnit unit) {
        // Toward the past, so that a fraction of a second never becomes time that was not left.
        return Math.floorDiv(Duration.between(at, deadline).toMillis(), 1_000L);
    }

    @Override
    public Instant deadline(Instant at, long remainingSeconds, LimitUnit unit) {
        return at.plusSeconds(remainingSeconds);
    }

    @Override
    public long seconds(Limit limit) {
        return switch (limit.unit()) {
            case MINUTE -> limit.amount() * 60L;
            case WORKING_HOUR, URGENT_HOUR -> limit.amount() * 3_600L;
            case WORKING_DAY, URGENT_DAY, CALENDAR_DAY -> limit.amount() * 86_400L;
        };
    }
}
