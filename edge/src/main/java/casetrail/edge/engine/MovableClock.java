package casetrail.edge.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock that everything reads: the machine's in UTC, in whole microseconds. While a demo city is made it stands where it is put;
 * set free again it follows the machine. Safe for many threads.
 */
public final class MovableClock extends Clock {

    private final Clock machine;
    private final AtomicReference<Optional<Instant>> held = new AtomicReference<>(Optional.empty());

    public MovableClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return held.get().orElseGet(machine::instant).truncatedTo(ChronoUnit.MICROS);
    }

    /** Stands at the moment from now on. */
    public void standAt(Instant moment) {
        held.set(Optional.of(moment));
    }

    /** Goes on by so much from where it stands. */
    public void advance(Duration by) {
        held.set(Optional.of(instant().plus(by)));
    }

    /** Follows the machine again. */
    public void release() {
        held.set(Optional.empty());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("every moment here is in UTC");
    }
}
