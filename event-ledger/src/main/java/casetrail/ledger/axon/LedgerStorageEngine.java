package casetrail.ledger.axon;

import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import casetrail.ledger.Appended;
import casetrail.ledger.Ledger;
import casetrail.ledger.SequenceConflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of a {@link Ledger}. All events of a unit of work are gathered and appended at once in its commit phase, so that a
 * command's events are in the log all or none. Snapshots are not kept: streams are short and aggregates cached.
 */
public final class LedgerStorageEngine implements EventStorageEngine {

    /** Events read at a time where Axon asks for a whole stream. */
    static final int PAGE_EVENTS = 500;

    private static final String STAGED = LedgerStorageEngine.class.getName() + ".staged";
    private static final String APPENDED = LedgerStorageEngine.class.getName() + ".appended";

    private final Ledger ledger;
    private final EventMessages messages;

    public LedgerStorageEngine(Ledger ledger, EventSerializer serializer) {
        this.ledger = ledger;
        this.messages = new EventMessages(serializer);
    }

    /** Where a committed unit of work's events stand; empty if it published none. */
    static Optional<Appended> appended(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(APPENDED));
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        if (!CurrentUnitOfWork.isStarted()) {
            append(events);
            return;
        }
        var root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> staged = root.getOrComputeResource(STAGED, key -> {
            var fresh = new ArrayList<EventMessage<?>>();
            root.onCommit(committing -> committing.resources().put(APPENDED, append(fresh)));
            return fresh;
        });
        staged.addAll(events);
    }

    private Appended append(List<? extends EventMessage<?>> events) {
        var append = messages.append(events);
        try {
            return ledger.append(append);
        } catch (SequenceConflict e) {
            if (append.firstSequence() == 0) {
                throw new AggregateStreamCreationException("stream %s exists already".formatted(append.stream()), e);
            }
            throw new ConcurrencyException("stream %s has moved on".formatted(append.stream()), e);
        }
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return paged(PositionToken.next(token), ledger::read, StoredEvent::position)
                .map(messages::trackedEvent);
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long firstSequence) {
        var stream = new StreamId(aggregate);
        return DomainEventStream.of(
                paged(firstSequence, (from, max) -> ledger.stream(stream, from, max), StoredEvent::sequence)
                        .map(messages::domainEvent));
    }

    private static Stream<StoredEvent> paged(long from, StoredPages.Page page, ToLongFunction<StoredEvent> number) {
        var pages = new StoredPages(from, PAGE_EVENTS, page, number);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Always refused. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("this log keeps no snapshots");
    }

    /** Always empty. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return boxed(ledger.lastSequence(new StreamId(aggregate)));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return PositionToken.NOTHING;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new PositionToken(ledger.end() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return new PositionToken(ledger.positionAt(moment) - 1);
    }
}
