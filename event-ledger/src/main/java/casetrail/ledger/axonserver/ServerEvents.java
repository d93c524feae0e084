package casetrail.ledger.axonserver;

import casetrail.events.Envelope;
import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import casetrail.ledger.Append;
import casetrail.ledger.NewEvent;
import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Between the server's events and ours. An event that is not exactly one of ours stops the reader; nothing is skipped. */
final class ServerEvents {

    private ServerEvents() {}

    static Event event(Append append, int place, Instant recordedAt) {
        var event = append.events().get(place);
        return Event.newBuilder()
                .setMessageIdentifier(event.id().toString())
                .setAggregateIdentifier(append.stream().value())
                .setAggregateType(append.stream().family())
                .setAggregateSequenceNumber(append.firstSequence() + place)
                .setTimestamp(recordedAt.toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(event.name())
                        .setRevision(Integer.toString(event.revision()))
                        .setData(ByteString.copyFrom(event.payload())))
                .putMetaData(
                        Envelope.METADATA_KEY,
                        MetaDataValue.newBuilder().setTextValue(text(event)).build())
                .build();
    }

    /** The server keeps text; only bytes that come back the same may become text. */
    private static String text(NewEvent event) {
        var text = new String(event.envelope(), StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), event.envelope())) {
            throw new IllegalArgumentException("the envelope of %s is not UTF-8".formatted(event.name()));
        }
        return text;
    }

    static StoredEvent stored(long position, Event event) {
        var metaData = event.getMetaDataMap();
        if (metaData.size() != 1 || !metaData.containsKey(Envelope.METADATA_KEY)) {
            throw new IllegalStateException("the event at position %d has metadata %s, not exactly an envelope"
                    .formatted(position, metaData.keySet()));
        }
        var payload = event.getPayload();
        return new StoredEvent(
                position,
                new StreamId(event.getAggregateIdentifier()),
                event.getAggregateSequenceNumber(),
                UUID.fromString(event.getMessageIdentifier()),
                payload.getType(),
                Integer.parseInt(payload.getRevision()),
                Instant.ofEpochMilli(event.getTimestamp()),
                metaData.get(Envelope.METADATA_KEY).getTextValue().getBytes(StandardCharsets.UTF_8),
                payload.getData().toByteArray());
    }
}
