package casetrail.ledger.axon;

import casetrail.events.wire.EventCatalogue;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * Events by the closed table of stored names, for Axon: never a class name in the store, and an unknown name or revision throws
 * where Axon's own serializers would give out a placeholder that aggregates ignore.
 */
public final class EventSerializer implements Serializer {

    private final EventCatalogue catalogue;
    private final Converter converter = new ChainingConverter();

    public EventSerializer(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    EventCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object event, Class<T> representation) {
        if (event == null) {
            throw new IllegalArgumentException("nothing is no event");
        }
        var bytes = new SimpleSerializedObject<>(catalogue.write(event), byte[].class, typeForClass(event.getClass()));
        return converter.convert(bytes, representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> stored) {
        var type = stored.getType();
        return (T) catalogue.read(
                type.getName(),
                revision(type),
                converter.convert(stored, byte[].class).getData());
    }

    @Override
    @SuppressWarnings("rawtypes") // Axon's signature
    public Class classForType(SerializedType type) {
        return catalogue
                .find(type.getName())
                .orElseThrow(() -> new IllegalArgumentException("not in the table of stored names: " + type.getName()))
                .record();
    }

    @Override
    public SerializedType typeForClass(@Nullable @SuppressWarnings("rawtypes") Class type) {
        if (type == null) {
            throw new IllegalArgumentException("nothing is no event");
        }
        var stored = catalogue.nameOf(type);
        return new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private static int revision(SerializedType type) {
        try {
            return Integer.parseInt(type.getRevision());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "not a revision of %s: %s".formatted(type.getName(), type.getRevision()), e);
        }
    }
}
