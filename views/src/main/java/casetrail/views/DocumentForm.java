package casetrail.views;

import casetrail.events.wire.EventJson;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import tools.jackson.core.JacksonException;

/** How the value of a view is written down. */
public interface DocumentForm<V> {

    /** The value as JSON in UTF-8; equal values give equal bytes. Only objects, arrays, texts without NUL, truth values and whole numbers. */
    byte[] write(V value);

    /**
     * The value again; {@code write(read(write(v)))} equals {@code write(v)}. The order of names and the white space do not matter, because an
     * engine may change them.
     *
     * @throws IllegalArgumentException if the bytes are something else
     */
    V read(byte[] json);

    /** Records in the form of stored events, with decimal numbers as text. */
    static <V> DocumentForm<V> of(Class<V> type) {
        var mapper = EventJson.MAPPER
                .rebuild()
                .withConfigOverride(
                        BigDecimal.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                .build();
        var writer = mapper.writerFor(type);
        var reader = mapper.readerFor(type);
        return new DocumentForm<>() {
            @Override
            public byte[] write(V value) {
                return writer.writeValueAsBytes(value);
            }

            @Override
            public V read(byte[] json) {
                try {
                    return type.cast(reader.readValue(json));
                } catch (JacksonException e) {
                    throw new IllegalArgumentException("not a document of %s".formatted(type.getSimpleName()), e);
                }
            }
        };
    }
}
