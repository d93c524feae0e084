package casetrail.command.people.axon;

import casetrail.command.people.PersonOrder;
import casetrail.events.Assurance;
import casetrail.events.Envelope;
import casetrail.events.Recorded;
import casetrail.events.StreamId;
import casetrail.events.people.PersonEvent;
import casetrail.events.wire.EventJson;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Between Axon's messages and what a fold reads. */
final class PersonMessages {

    private PersonMessages() {}

    static Envelope envelope(PersonOrder order, String jurisdiction) {
        return new Envelope(
                order.actor(),
                order.channel(),
                null,
                order.decidedAt(),
                Assurance.FIRST_HAND,
                List.of(),
                new TreeMap<>(),
                jurisdiction,
                null,
                order.correlationId(),
                null);
    }

    /** Exactly one entry: the envelope as it is stored. */
    static MetaData metaData(Envelope envelope) {
        return MetaData.with(Envelope.METADATA_KEY, EventJson.MAPPER.writeValueAsString(envelope));
    }

    static Recorded<PersonEvent> recorded(DomainEventMessage<?> message) {
        if (!(message.getPayload() instanceof PersonEvent event)
                || !(message.getMetaData().get(Envelope.METADATA_KEY) instanceof String json)) {
            throw new IllegalStateException("stream %s holds an event that is none of a person: %s"
                    .formatted(
                            message.getAggregateIdentifier(),
                            message.getPayloadType().getName()));
        }
        return new Recorded<>(
                Recorded.UNPLACED,
                new StreamId(message.getAggregateIdentifier()),
                message.getSequenceNumber(),
                message.getIdentifier(),
                message.getTimestamp(),
                EventJson.MAPPER.readValue(json, Envelope.class),
                event);
    }
}
