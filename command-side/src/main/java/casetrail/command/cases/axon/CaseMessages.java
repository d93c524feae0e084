package casetrail.command.cases.axon;

import casetrail.events.Envelope;
import casetrail.events.Recorded;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseEvent;
import casetrail.events.wire.EventJson;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Between Axon's messages and what a fold reads. */
final class CaseMessages {

    private CaseMessages() {}

    /** Exactly one entry: the envelope as it is stored. */
    static MetaData metaData(Envelope envelope) {
        return MetaData.with(Envelope.METADATA_KEY, EventJson.MAPPER.writeValueAsString(envelope));
    }

    static Envelope envelope(MetaData metaData) {
        if (metaData.get(Envelope.METADATA_KEY) instanceof String json) {
            return EventJson.MAPPER.readValue(json, Envelope.class);
        }
        throw new IllegalStateException("an event of a case without an envelope");
    }

    static Recorded<CaseEvent> recorded(DomainEventMessage<?> message) {
        return recorded(message, envelope(message.getMetaData()));
    }

    static Recorded<CaseEvent> recorded(DomainEventMessage<?> message, Envelope envelope) {
        if (!(message.getPayload() instanceof CaseEvent event)) {
            throw new IllegalStateException("stream %s holds an event that is none of a case: %s"
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
                envelope,
                event);
    }
}
