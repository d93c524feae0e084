package casetrail.command.viewing.axon;

import casetrail.command.viewing.ViewCommand;
import casetrail.command.viewing.ViewDecision;
import casetrail.command.viewing.ViewFacts;
import casetrail.command.viewing.ViewRules;
import casetrail.events.Envelope;
import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.refusals.Refusal;
import casetrail.events.views.ViewEvent;
import casetrail.events.wire.EventJson;
import casetrail.events.wire.StoredEvents;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import casetrail.views.rebuild.EquivalenceReport;
import casetrail.views.store.Building;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.Parked;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewTable;
import casetrail.views.upkeep.Decided;
import casetrail.views.upkeep.Versions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Decides about views on fresh facts and appends what was decided; who loses a race decides once more. Safe for many threads. */
public final class ViewOffice {

    private static final int RACES_MAX = 10;
    private static final int PAGE = 500;

    private final EventStore events;
    private final EventLog log;
    private final StoredEvents stored;
    private final ViewStore store;

    public ViewOffice(EventStore events, EventLog log, StoredEvents stored, ViewStore store) {
        this.events = events;
        this.log = log;
        this.stored = stored;
        this.store = store;
    }

    /** What became of an order. */
    public sealed interface Outcome {

        /** It is done, on disk. */
        record Done(ViewEvent event, long sequence, long position) implements Outcome {}

        /** It was not done. */
        record Refused(Refusal refusal) implements Outcome {}
    }

    /** Carries out an order, or tells why not. */
    public Outcome obey(ViewCommand command, Role role, Envelope envelope) {
        RuntimeException lost = new IllegalStateException("no race was run");
        for (int race = 0; race < RACES_MAX; race++) {
            var past = past(command.view().stream());
            switch (ViewRules.decide(command, facts(command, past.decided()), role, envelope.reason() != null)) {
                case ViewDecision.Refused refused -> {
                    return new Outcome.Refused(refused.refusal());
                }
                case ViewDecision.Happens happens -> {
                    try {
                        return append(command, happens.event(), past.next(), envelope);
                    } catch (ConcurrencyException | AggregateStreamCreationException e) {
                        lost = e;
                    }
                }
            }
        }
        throw new LogUnavailable("lost the race for the stream of a view %d times".formatted(RACES_MAX), lost);
    }

    private Outcome append(ViewCommand command, ViewEvent event, long sequence, Envelope envelope) {
        var stream = command.view().stream();
        var json = EventJson.MAPPER.writeValueAsString(envelope);
        events.publish(List.of(new GenericDomainEventMessage<>(
                ViewEvent.FAMILY, stream.value(), sequence, event, MetaData.with(Envelope.METADATA_KEY, json))));
        // After the event, so that nothing is done that is not on record; if this fails, the order can be given again.
        switch (event) {
            case ViewEvent.ParkedEventRetried e ->
                wish(e.version(), e.stream(), e.sequence(), Parked.Wish.RETRY, command);
            case ViewEvent.ParkedEventEvicted e ->
                wish(e.version(), e.stream(), e.sequence(), Parked.Wish.EVICT, command);
            case ViewEvent.ViewRebuildOrdered e -> {}
            case ViewEvent.ViewCutOver e -> {}
            case ViewEvent.ViewRolledBack e -> {}
            case ViewEvent.ViewVersionDropped e -> {}
        }
        return new Outcome.Done(
                event, sequence, log.positionOf(stream, sequence).orElseThrow());
    }

    private void wish(int version, StreamId stream, long sequence, Parked.Wish wish, ViewCommand command) {
        table(command, version).wish(stream, sequence, wish);
    }

    private record Past(Decided decided, long next) {}

    private Past past(StreamId stream) {
        var decided = Decided.NOTHING;
        long next = 0;
        while (true) {
            var page = log.stream(stream, next, PAGE);
            if (page.isEmpty()) {
                return new Past(decided, next);
            }
            for (var event : page) {
                decided = Decided.after(decided, stored.open(event));
            }
            next += page.size();
        }
    }

    private ViewFacts facts(ViewCommand command, Decided decided) {
        var view = command.view();
        var buildings = Versions.of(view, store.buildings());
        var active = Versions.active(view, buildings, decided)
                .map(b -> b.version().number())
                .orElse(null);
        var versions = new HashMap<Integer, ViewFacts.Version>();
        for (var building : buildings) {
            int number = building.version().number();
            if (!decided.isDropped(view, number)) {
                versions.put(number, version(command, building, active, decided));
            }
        }
        var awaited = decided.awaitsBuilding(view, Versions.highest(view, buildings)) ? decided.ordered(view) : null;
        return new ViewFacts(versions, active, awaited, Versions.free(view, buildings, decided));
    }

    private ViewFacts.Version version(
            ViewCommand command, Building building, @Nullable Integer active, Decided decided) {
        var compared = store.remembered(building.version())
                .map(note -> EventJson.MAPPER.readValue(note, EquivalenceReport.class))
                .filter(r -> active != null && r.from() == active)
                .map(r -> new ViewFacts.Compared(r.compared(), r.notSame()))
                .orElse(null);
        int number = building.version().number();
        boolean parkedFirst = switch (command) {
            case ViewCommand.RetryParked c -> c.version() == number && isFirst(c, number, c.stream(), c.sequence());
            case ViewCommand.EvictParked c -> c.version() == number && isFirst(c, number, c.stream(), c.sequence());
            case ViewCommand.Rebuild c -> false;
            case ViewCommand.CutOver c -> false;
            case ViewCommand.RollBack c -> false;
            case ViewCommand.DropVersion c -> false;
        };
        return new ViewFacts.Version(
                building.phase() == Phase.FOLLOWING,
                compared,
                behind(command, number, active),
                decided.wasRead(command.view(), number),
                parkedFirst);
    }

    /** Only of the version that is to be read; of others it does not matter. */
    private long behind(ViewCommand command, int number, @Nullable Integer active) {
        boolean toBeRead = switch (command) {
            case ViewCommand.CutOver c -> c.version() == number;
            case ViewCommand.RollBack c -> c.version() == number;
            case ViewCommand.Rebuild c -> false;
            case ViewCommand.DropVersion c -> false;
            case ViewCommand.RetryParked c -> false;
            case ViewCommand.EvictParked c -> false;
        };
        return toBeRead && active != null
                ? Math.max(0, next(table(command, active)) - next(table(command, number)))
                : 0;
    }

    private static long next(ViewTable table) {
        return table.segments().stream().mapToLong(Segment::next).min().orElse(0);
    }

    private boolean isFirst(ViewCommand command, int version, StreamId stream, long sequence) {
        return table(command, version).parked(stream, 1).stream().anyMatch(p -> p.sequence() == sequence);
    }

    /** For what is parked; no document is asked for, so the shape does not matter. */
    private ViewTable table(ViewCommand command, int version) {
        return store.table(new ViewVersion(command.view(), version), new Shape(command.view(), Map.of(), List.of()));
    }
}
