package casetrail.query.handling;

import casetrail.events.UnitCode;
import casetrail.events.cases.SuspensionCategory;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a unit held a case. Moments are those at which the log learned of it, because clocks judge by them.
 *
 * @param reopened whether it began with a closed case that was opened again, and not with a dispatch
 * @param override whether the case was dispatched against the list of powers
 * @param acceptedAt when the unit signed for it
 * @param rounds of handling; every one but the first is a rework
 * @param suspensions the spans in which handling waited
 * @param extensions how often more time was granted
 * @param supervisions how often supervision was ordered
 * @param endedAt absent while the unit holds the case
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stint(
        UnitCode unit,
        Instant beganAt,
        boolean reopened,
        boolean override,
        @Nullable Instant acceptedAt,
        List<Round> rounds,
        List<Span> suspensions,
        int extensions,
        int supervisions,
        @Nullable Instant endedAt,
        @Nullable End end) {

    public Stint {
        rounds = List.copyOf(rounds);
        suspensions = List.copyOf(suspensions);
    }

    /** How a unit's time with a case ended. */
    public enum End {
        RETURNED,
        CLOSED,
        FORCE_CLOSED,
        VOIDED
    }

    /**
     * One round of handling.
     *
     * @param deadline as it stands, after extensions and suspensions
     * @param finishedAt when the unit gave feedback
     * @param onTime once it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Round(
            int round,
            Instant startedAt,
            Instant deadline,
            @Nullable Instant finishedAt,
            @Nullable Boolean onTime) {}

    /**
     * A span in which handling waited.
     *
     * @param until when it was to end
     * @param endedAt when it ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Span(
            SuspensionCategory category,
            Instant from,
            Instant until,
            @Nullable Instant endedAt) {}

    /** Whether the unit still holds the case. */
    boolean isOpen() {
        return end == null;
    }

    Stint accepted(Instant at) {
        return new Stint(
                unit, beganAt, reopened, override, at, rounds, suspensions, extensions, supervisions, endedAt, end);
    }

    Stint ended(End how, Instant at) {
        return new Stint(
                unit, beganAt, reopened, override, acceptedAt, rounds, suspensions, extensions, supervisions, at, how);
    }

    Stint counting(int moreExtensions, int moreSupervisions) {
        return new Stint(
                unit,
                beganAt,
                reopened,
                override,
                acceptedAt,
                rounds,
                suspensions,
                extensions + moreExtensions,
                supervisions + moreSupervisions,
                endedAt,
                end);
    }

    Stint with(Round round) {
        var more = new ArrayList<>(rounds);
        more.add(round);
        return withRounds(more);
    }

    Stint with(Span span) {
        var more = new ArrayList<>(suspensions);
        more.add(span);
        return withSpans(more);
    }

    /** The same with the round of that number as it is now. */
    Stint round(int number, UnaryOperator<Round> now) {
        return withRounds(
                rounds.stream().map(r -> r.round() == number ? now.apply(r) : r).toList());
    }

    /** The same without a span that is still open. */
    Stint resumed(Instant at) {
        return withSpans(suspensions.stream()
                .map(s -> s.endedAt() == null ? new Span(s.category(), s.from(), s.until(), at) : s)
                .toList());
    }

    private Stint withRounds(List<Round> now) {
        return new Stint(
                unit,
                beganAt,
                reopened,
                override,
                acceptedAt,
                now,
                suspensions,
                extensions,
                supervisions,
                endedAt,
                end);
    }

    private Stint withSpans(List<Span> now) {
        return new Stint(
                unit, beganAt, reopened, override, acceptedAt, rounds, now, extensions, supervisions, endedAt, end);
    }
}
