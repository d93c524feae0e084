package casetrail.query.logfeed;

import casetrail.events.log.StoredEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The lines of a feed in one of its two forms. Stored bytes are passed on unparsed. For one thread. */
final class FeedLines {

    /** The forms of a feed. */
    enum Form {
        /** One JSON object a line. */
        NDJSON,
        /** Server-sent events; an event's id is its position. */
        SSE
    }

    /** Why a feed ended before its reader did. */
    enum Ending {
        /** The reader's session or grant has ended. */
        REVOKED,
        /** The log did not answer; the reader may come back with {@code next}. */
        UNAVAILABLE,
        /** The server stops; the reader may come back with {@code next}. */
        SHUTDOWN,
        /** A defect of ours, which is logged. */
        DEFECT
    }

    private static final byte[] POSITION = ascii("{\"position\":");
    private static final byte[] STREAM = ascii(",\"stream\":\"");
    private static final byte[] SEQUENCE = ascii("\",\"sequence\":");
    private static final byte[] EVENT_ID = ascii(",\"eventId\":\"");
    private static final byte[] NAME = ascii("\",\"name\":\"");
    private static final byte[] REVISION = ascii("\",\"revision\":");
    private static final byte[] RECORDED_AT = ascii(",\"recordedAt\":\"");
    private static final byte[] ENVELOPE = ascii("\",\"envelope\":");
    private static final byte[] PAYLOAD = ascii(",\"payload\":");
    private static final byte[] CLOSE = ascii("}");
    private static final byte[] WITHHELD = ascii(",\"withheld\":true}");
    private static final byte[] BREAK = ascii("\n");
    private static final byte[] TWO_BREAKS = ascii("\n\n");
    private static final byte[] ID = ascii("id: ");
    private static final byte[] DATA = ascii("\ndata: ");

    private final ByteLines bytes;
    private final Form form;

    FeedLines(OutputStream out, Form form) {
        this.bytes = new ByteLines(out);
        this.form = form;
    }

    void event(StoredEvent event, boolean withheld) throws IOException {
        if (form == Form.SSE) {
            bytes.raw(ID);
            bytes.number(event.position());
            bytes.raw(DATA);
        }
        bytes.raw(POSITION);
        bytes.number(event.position());
        bytes.raw(STREAM);
        bytes.plain(event.stream().value());
        bytes.raw(SEQUENCE);
        bytes.number(event.sequence());
        bytes.raw(EVENT_ID);
        bytes.uuid(event.eventId());
        bytes.raw(NAME);
        bytes.plain(event.name());
        bytes.raw(REVISION);
        bytes.number(event.revision());
        bytes.raw(RECORDED_AT);
        bytes.moment(event.recordedAt());
        bytes.raw(ENVELOPE);
        bytes.json(event.envelope());
        if (withheld) {
            bytes.raw(WITHHELD);
        } else {
            bytes.raw(PAYLOAD);
            bytes.json(event.payload());
            bytes.raw(CLOSE);
        }
        bytes.raw(form == Form.SSE ? TWO_BREAKS : BREAK);
    }

    /** All that the log holds was given out. */
    void endOfLog(long next, @Nullable Instant recordedAt) throws IOException {
        mark(
                "end-of-log",
                next,
                "{\"endOfLog\":true,\"next\":" + next
                        + (recordedAt == null ? "" : ",\"recordedAt\":\"" + recordedAt + "\"") + "}");
    }

    /** As many events were given out as were asked for. */
    void limitReached(long next) throws IOException {
        mark("limit-reached", next, "{\"endOfLog\":false,\"limitReached\":true,\"next\":" + next + "}");
    }

    /** Nothing happened for a while, or nothing that passes the filters; the feed is alive. */
    void heartbeat(long next) throws IOException {
        if (form == Form.SSE) {
            bytes.plain(": heartbeat\n");
            lastId(next);
            bytes.raw(BREAK);
        } else {
            mark("heartbeat", next, "{\"heartbeat\":true,\"next\":" + next + "}");
        }
    }

    /** The last line of a feed that its reader did not end. */
    void ended(long next, Ending why) throws IOException {
        mark("ended", next, "{\"ended\":\"" + why + "\",\"next\":" + next + "}");
    }

    void flush() throws IOException {
        bytes.flush();
    }

    private void mark(String type, long next, String json) throws IOException {
        if (form == Form.SSE) {
            lastId(next);
            bytes.plain("event: " + type + "\ndata: ");
        }
        bytes.plain(json);
        bytes.raw(form == Form.SSE ? TWO_BREAKS : BREAK);
    }

    /** So that a reader who comes back does not read again what the filters kept away. */
    private void lastId(long next) throws IOException {
        if (next > 0) {
            bytes.raw(ID);
            bytes.number(next - 1);
            bytes.raw(BREAK);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
