package casetrail.events.wire;

import casetrail.events.Envelope;
import casetrail.events.Recorded;
import casetrail.events.log.StoredEvent;
import tools.jackson.core.JacksonException;

/** Opens stored events for folds. */
public final class StoredEvents {

    private final EventCatalogue catalogue;

    public StoredEvents(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The event with its envelope, read and upcast.
     *
     * @throws UnknownEvent if the name or the revision is not in the table
     * @throws UnreadableEvent if the bytes do not fit them
     */
    public Recorded<Object> open(StoredEvent stored) {
        return new Recorded<>(
                stored.position(),
                stored.stream(),
                stored.sequence(),
                stored.eventId().toString(),
                stored.recordedAt(),
                envelope(stored),
                catalogue.read(stored.name(), stored.revision(), stored.payload()));
    }

    /** The envelope alone, for readers that do not need the payload. */
    public Envelope envelope(StoredEvent stored) {
        try {
            return EventJson.MAPPER.readValue(stored.envelope(), Envelope.class);
        } catch (JacksonException e) {
            throw new UnreadableEvent("envelope of " + stored.name(), stored.revision(), e);
        }
    }
}
