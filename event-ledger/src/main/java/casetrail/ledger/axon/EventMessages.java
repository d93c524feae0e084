package casetrail.ledger.axon;

import casetrail.events.Envelope;
import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.EventCatalogue;
import casetrail.ledger.Append;
import casetrail.ledger.NewEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;

/**
 * Between Axon's messages and what the log holds. A message's metadata is exactly the envelope; anything else would be lost on
 * the way into the log, so it is a defect.
 */
final class EventMessages {

    private final EventCatalogue catalogue;

    EventMessages(EventSerializer serializer) {
        this.catalogue = serializer.catalogue();
    }

    /** What one command published, as one append. */
    Append append(List<? extends EventMessage<?>> messages) {
        var first = domainEvent(messages.getFirst());
        var events = new ArrayList<NewEvent>(messages.size());
        for (var message : messages) {
            var event = domainEvent(message);
            if (!event.getAggregateIdentifier().equals(first.getAggregateIdentifier())) {
                throw new IllegalStateException("one command wrote to two streams, %s and %s"
                        .formatted(first.getAggregateIdentifier(), event.getAggregateIdentifier()));
            }
            if (event.getSequenceNumber() != first.getSequenceNumber() + events.size()) {
                throw new IllegalStateException("sequence %d of %s does not follow"
                        .formatted(event.getSequenceNumber(), event.getAggregateIdentifier()));
            }
            events.add(newEvent(event));
        }
        return new Append(new StreamId(first.getAggregateIdentifier()), first.getSequenceNumber(), events);
    }

    private static DomainEventMessage<?> domainEvent(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            return event;
        }
        throw new IllegalStateException(
                "an event outside of every stream: " + message.getPayloadType().getName());
    }

    private NewEvent newEvent(DomainEventMessage<?> message) {
        var stored = catalogue.nameOf(message.getPayloadType());
        return new NewEvent(
                UUID.fromString(message.getIdentifier()),
                stored.name(),
                stored.revision(),
                envelope(message).getBytes(StandardCharsets.UTF_8),
                catalogue.write(message.getPayload()));
    }

    private static String envelope(DomainEventMessage<?> message) {
        var metaData = message.getMetaData();
        if (metaData.size() == 1 && metaData.get(Envelope.METADATA_KEY) instanceof String envelope) {
            return envelope;
        }
        throw new IllegalStateException("the metadata of %s is not exactly an envelope, but %s"
                .formatted(message.getPayloadType().getName(), metaData.keySet()));
    }

    /** As an aggregate reads it; its timestamp is recordedAt. */
    DomainEventMessage<?> domainEvent(StoredEvent stored) {
        var message = new GenericMessage<>(
                stored.eventId().toString(),
                catalogue.read(stored.name(), stored.revision(), stored.payload()),
                MetaData.with(Envelope.METADATA_KEY, new String(stored.envelope(), StandardCharsets.UTF_8)));
        // Axon wants an aggregate type; the family is what the log knows of it.
        return new GenericDomainEventMessage<>(
                stored.stream().family(), stored.stream().value(), stored.sequence(), message, stored.recordedAt());
    }

    /** As a reader of the whole log meets it. */
    TrackedEventMessage<?> trackedEvent(StoredEvent stored) {
        return new GenericTrackedDomainEventMessage<>(new PositionToken(stored.position()), domainEvent(stored));
    }
}
