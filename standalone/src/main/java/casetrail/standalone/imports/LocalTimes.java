package casetrail.standalone.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads local times that were written down without their zone. */
final class LocalTimes {

    private final ZoneId zone;
    private final DateTimeFormatter form;

    LocalTimes(ZoneId zone, DateTimeFormatter form) {
        this.zone = zone;
        this.form = form;
    }

    /**
     * A local time as an instant.
     *
     * @param candidates every instant at which clocks showed it; none in a gap, two where clocks were set back
     */
    record Told(Instant instant, List<Instant> candidates, Set<Anomaly> doubts) {}

    /** The instant that the text names; empty if it names none. */
    Optional<Told> read(String text) {
        try {
            return Optional.of(told(LocalDateTime.parse(text, form)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Told told(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        var candidates = offsets.stream().map(local::toInstant).toList();
        var doubts = EnumSet.noneOf(Anomaly.class);
        if (candidates.size() > 1) {
            doubts.add(Anomaly.AMBIGUOUS_LOCAL_TIME);
        }
        if (candidates.isEmpty()) {
            doubts.add(Anomaly.NONEXISTENT_LOCAL_TIME);
        }
        // ofLocal takes the earlier of two offsets, and moves a time in a gap forward by the length of the gap.
        return new Told(ZonedDateTime.ofLocal(local, zone, null).toInstant(), candidates, doubts);
    }
}
