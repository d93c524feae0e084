package casetrail.ledger.axon;

import casetrail.ledger.Ledger;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on a {@link Ledger}. Its streams give every event once, in commit order, and are woken by the ledger; they
 * do not poll.
 */
public final class LedgerEventStore extends AbstractEventStore {

    private final Ledger ledger;
    private final EventMessages messages;
    private final StreamCallbacks callbacks;

    private LedgerEventStore(Builder builder, Ledger ledger, EventSerializer serializer) {
        super(builder);
        this.ledger = ledger;
        this.messages = new EventMessages(serializer);
        this.callbacks = new StreamCallbacks(ledger);
    }

    /** A store on this ledger, with events by this serializer's table of names. */
    public static LedgerEventStore on(Ledger ledger, EventSerializer serializer) {
        var builder = new Builder();
        builder.storageEngine(new LedgerStorageEngine(ledger, serializer));
        return new LedgerEventStore(builder, ledger, serializer);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LedgerEventStream(ledger, messages, callbacks, PositionToken.next(token));
    }

    /** Ends what the store itself runs; the ledger stays open. */
    public void shutDown() {
        callbacks.close();
    }

    private static final class Builder extends AbstractEventStore.Builder {

        @Override
        public Builder storageEngine(EventStorageEngine storageEngine) {
            super.storageEngine(storageEngine);
            return this;
        }
    }
}
