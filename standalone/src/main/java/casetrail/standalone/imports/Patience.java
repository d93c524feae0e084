package casetrail.standalone.imports;

import java.time.Duration;

/**
 * How long an outage is waited out, one order at a time.
 *
 * @param tries of the same order, the first included
 * @param firstWait after the first failure; every further wait is twice as long
 */
record Patience(int tries, Duration firstWait) {

    /** About half a minute, long enough for a database to come back. */
    static final Patience USUAL = new Patience(8, Duration.ofMillis(250));

    Duration waitAfter(int failures) {
        return firstWait.multipliedBy(1L << (failures - 1));
    }
}
