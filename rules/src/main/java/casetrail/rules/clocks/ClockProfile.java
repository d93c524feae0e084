package casetrail.rules.clocks;

import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Stage;
import java.time.Instant;

/**
 * A named and versioned way to count time, with the limits of the stages. Pure: the same arguments always give the same answer, and
 * a profile that would answer differently has another version.
 */
public interface ClockProfile {

    /** Name and version, for example {@code elapsed-hours@1}; stands in every clock that it gave. */
    String version();

    /** Name and version of the calendar that is counted by, or {@code none}. */
    String calendar();

    /** How long a stage may take unless something else is said. */
    Limit limit(Stage stage);

    /** The moment at which a limit that runs from {@code start} is used up. */
    Instant deadline(Instant start, Limit limit);

    /**
     * How many seconds that count are left until a deadline; below 0 if it has passed.
     *
     * @param unit of the limit, which says what counts
     */
    long remainingSeconds(Instant at, Instant deadline, LimitUnit unit);

    /** The deadline of a clock that runs on from {@code at} with so many seconds left; in the past if they are below 0. */
    Instant deadline(Instant at, long remainingSeconds, LimitUnit unit);

    /** How many seconds that count a limit is. */
    long seconds(Limit limit);
}
