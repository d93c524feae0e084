package casetrail.ledger.testing;

import casetrail.events.StreamId;
import casetrail.ledger.Append;
import casetrail.ledger.NewEvent;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Events without meaning, for tests of the log itself. */
public final class TestEvents {

    private static final AtomicLong IDS = new AtomicLong();

    private TestEvents() {}

    /** An id that no other event of this JVM has. */
    public static UUID id() {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet());
    }

    /** A stream of the family {@code case}. */
    public static StreamId stream(Object name) {
        return new StreamId("case-" + name);
    }

    public static NewEvent event(String text) {
        return event(id(), text);
    }

    public static NewEvent event(UUID id, String text) {
        return new NewEvent(id, "case.tested", 1, bytes("{\"envelope\":true}"), bytes("{\"text\":\"" + text + "\"}"));
    }

    /** As many events as asked for, for one stream. */
    public static Append append(StreamId stream, long firstSequence, int events) {
        return new Append(
                stream,
                firstSequence,
                IntStream.range(0, events)
                        .mapToObj(i -> event(stream + "/" + (firstSequence + i)))
                        .toList());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
