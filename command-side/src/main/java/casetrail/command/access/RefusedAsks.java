package casetrail.command.access;

import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.StreamId;
import casetrail.events.access.AccessEvent.CommandRefused;
import casetrail.events.log.LogUnavailable;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts on record what was refused to a known person before it became an order. Safe for many threads. */
public final class RefusedAsks {

    /** These say nothing about the person's rights: a malformed request, and one that came at a busy moment. */
    private static final Set<RefusalCode> NOT_RECORDED = EnumSet.of(
            RefusalCode.INVALID_REQUEST, RefusalCode.TOO_MANY_REQUESTS, RefusalCode.UNAVAILABLE, RefusalCode.DEFECT);

    private final RecordAccess access;
    private final InstantSource clock;
    private final Supplier<String> correlations;
    private final String jurisdiction;
    private final Consumer<String> loss;

    /** What could not be put on record is told to {@code loss}, in words. */
    public RefusedAsks(
            RecordAccess access,
            InstantSource clock,
            Supplier<String> correlations,
            String jurisdiction,
            Consumer<String> loss) {
        this.access = access;
        this.clock = clock;
        this.correlations = correlations;
        this.jurisdiction = jurisdiction;
        this.loss = loss;
    }

    /** On disk when it returns; in an outage the loss is told instead. */
    public void record(Actor actor, StreamId target, String command, Refusal refusal) {
        if (NOT_RECORDED.contains(refusal.code())) {
            return;
        }
        var guard = refusal.guard();
        var event = new CommandRefused(target, command, refusal.code().name(), guard == null ? null : guard.name());
        try {
            access.record(event, envelope(actor));
        } catch (LogUnavailable e) {
            loss.accept("a refused %s on %s is not on record: %s".formatted(command, target, e.getMessage()));
        }
    }

    private Envelope envelope(Actor actor) {
        return new Envelope(
                actor,
                Channel.WEB,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Assurance.FIRST_HAND,
                List.of(),
                new TreeMap<>(),
                jurisdiction,
                null,
                correlations.get(),
                null);
    }
}
