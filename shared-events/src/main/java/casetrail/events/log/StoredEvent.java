package casetrail.events.log;

import casetrail.events.StreamId;
import java.time.Instant;
import java.util.UUID;

/**
 * One event exactly as the log holds it: nothing parsed, nothing upcast.
 *
 * @param position gapless from 0 in commit order
 * @param sequence gapless from 0 within the stream
 * @param name the stored name, for example {@code case.filed}
 * @param revision of the payload under that name, from 1
 * @param recordedAt when the log learned it; never decreases with position; whole microseconds
 * @param envelope the envelope's bytes as they were written (JSON, UTF-8)
 * @param payload the event's bytes as they were written (JSON, UTF-8)
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the truth here; nobody compares stored events by value
public record StoredEvent(
        long position,
        StreamId stream,
        long sequence,
        UUID eventId,
        String name,
        int revision,
        Instant recordedAt,
        byte[] envelope,
        byte[] payload) {}
