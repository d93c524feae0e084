package casetrail.events.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The canonical bytes of a stored event: what a proof of the log is made over. Two events have the same bytes only if they are
 * the same in everything but their position; {@code docs/log-format.md} says the form, which never changes.
 */
public final class LeafBytes {

    /** Stands first, so that a leaf is never mistaken for bytes of another kind or of a later form. */
    private static final byte[] FORM = "casetrail-leaf-1".getBytes(StandardCharsets.US_ASCII);

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private LeafBytes() {}

    /**
     * The bytes of one event.
     *
     * @throws IllegalArgumentException if recordedAt is finer than a microsecond: no engine of ours holds such a moment
     */
    public static byte[] of(StoredEvent event) {
        var bytes = new ByteArrayOutputStream(256 + event.envelope().length + event.payload().length);
        try (var out = new DataOutputStream(bytes)) {
            out.write(FORM);
            put(out, event.stream().value().getBytes(StandardCharsets.UTF_8));
            out.writeLong(event.sequence());
            out.writeLong(event.eventId().getMostSignificantBits());
            out.writeLong(event.eventId().getLeastSignificantBits());
            put(out, event.name().getBytes(StandardCharsets.UTF_8));
            out.writeInt(event.revision());
            out.writeLong(micros(event.recordedAt()));
            put(out, event.envelope());
            put(out, event.payload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(DataOutputStream out, byte[] field) throws IOException {
        out.writeInt(field.length);
        out.write(field);
    }

    private static long micros(Instant recordedAt) {
        long seconds = recordedAt.getEpochSecond();
        int nanos = recordedAt.getNano();
        if (nanos % NANOS_PER_MICRO != 0) {
            throw new IllegalArgumentException("recordedAt is finer than a microsecond: " + recordedAt);
        }
        return Math.addExact(Math.multiplyExact(seconds, MICROS_PER_SECOND), nanos / NANOS_PER_MICRO);
    }
}
