package casetrail.events.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The closed table of stored names: what is not in it is neither written nor read, and older revisions are upcast in place. */
public final class EventCatalogue {

    private final Map<String, EventType<?>> byName = new HashMap<>();
    private final Map<Class<?>, EventType<?>> byRecord = new HashMap<>();
    private final List<EventType<?>> types;

    /** @throws IllegalArgumentException if a name or a record stands in it twice */
    public EventCatalogue(List<EventType<?>> types) {
        this.types = List.copyOf(types);
        for (var type : types) {
            if (byName.put(type.name(), type) != null || byRecord.put(type.record(), type) != null) {
                throw new IllegalArgumentException("stands twice in the table of names: " + type.name());
            }
        }
    }

    /** Every line, in order. */
    public List<EventType<?>> types() {
        return new ArrayList<>(types);
    }

    /** The line of a stored name, if there is one. */
    public Optional<EventType<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The name and revision that events of a kind are stored under.
     *
     * @throws IllegalArgumentException if it is not in the table: a defect
     */
    public StoredName nameOf(Class<?> record) {
        var type = byRecord.get(record);
        if (type == null) {
            throw new IllegalArgumentException("not in the table of stored names: " + record.getName());
        }
        return type.stored();
    }

    /** The payload as it is stored. */
    public byte[] write(Object event) {
        nameOf(event.getClass());
        return EventJson.MAPPER.writeValueAsBytes(event);
    }

    /**
     * The event that a payload holds, in its newest revision.
     *
     * @throws UnknownEvent if the name or the revision is not in the table
     * @throws UnreadableEvent if the bytes do not fit them
     */
    public Object read(String name, int revision, byte[] payload) {
        var type = byName.get(name);
        if (type == null) {
            throw UnknownEvent.name(name);
        }
        int newest = type.stored().revision();
        if (revision < 1 || revision > newest) {
            throw UnknownEvent.revision(name, revision, newest);
        }
        try {
            if (revision == newest) {
                return EventJson.MAPPER.readValue(payload, type.record());
            }
            var node = (ObjectNode) EventJson.MAPPER.readTree(payload);
            for (var upcast : type.upcasts().subList(revision - 1, newest - 1)) {
                node = upcast.apply(node);
            }
            return EventJson.MAPPER.treeToValue(node, type.record());
        } catch (JacksonException | ClassCastException | IllegalArgumentException e) {
            throw new UnreadableEvent(name, revision, e);
        }
    }
}
