package casetrail.command.numbers.axon;

import casetrail.command.numbers.TakeNumberBlock;
import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.log.LogUnavailable;
import casetrail.events.numbers.NumberEvent.NumberBlockTaken;
import casetrail.events.wire.EventJson;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Takes blocks by appending to the stream of the year; who loses the race for a block takes the one after it. */
public final class AxonNumberBlocks implements TakeNumberBlock {

    /** Numbers in a block; at most so many are left out when a process ends. */
    public static final int BLOCK = 1_000;

    /** How many lost races in a row are borne. */
    static final int RACES_MAX = 200;

    private static final String FAMILY = "numbers";
    private static final int FIRST = 1;

    private final EventStore store;
    private final InstantSource clock;
    private final String jurisdiction;

    public AxonNumberBlocks(EventStore store, InstantSource clock, String jurisdiction) {
        this.store = store;
        this.clock = clock;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public NumberBlockTaken take(int year) {
        var stream = new StreamId(FAMILY + "-" + year);
        RuntimeException lost = new IllegalStateException("no race was run");
        for (int race = 0; race < RACES_MAX; race++) {
            try {
                return append(stream, year);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                lost = e;
            }
        }
        throw new LogUnavailable("lost the race for a block of numbers %d times".formatted(RACES_MAX), lost);
    }

    private NumberBlockTaken append(StreamId stream, int year) {
        long sequence = store.lastSequenceNumberFor(stream.value())
                .map(last -> last + 1)
                .orElse(0L);
        int first = sequence == 0 ? FIRST : lastOf(stream, sequence - 1) + 1;
        if (first > CaseNumber.RUNNING_MAX) {
            throw new IllegalStateException("the numbers of %d are used up".formatted(year));
        }
        var block = new NumberBlockTaken(year, first, Math.min(first + BLOCK - 1, CaseNumber.RUNNING_MAX));
        store.publish(
                List.of(new GenericDomainEventMessage<>(FAMILY, stream.value(), sequence, block, metaData(stream))));
        return block;
    }

    private int lastOf(StreamId stream, long sequence) {
        if (store.readEvents(stream.value(), sequence).next().getPayload() instanceof NumberBlockTaken block) {
            return block.last();
        }
        throw new IllegalStateException("stream %s holds something else than blocks".formatted(stream));
    }

    private MetaData metaData(StreamId stream) {
        var envelope = new Envelope(
                Actor.SYSTEM,
                Channel.SYSTEM,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Assurance.FIRST_HAND,
                List.of(),
                new TreeMap<>(),
                jurisdiction,
                null,
                stream.value(),
                null);
        return MetaData.with(Envelope.METADATA_KEY, EventJson.MAPPER.writeValueAsString(envelope));
    }
}
