package casetrail.ledger;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Plain ordered reads of the log. */
final class LogReads {

    /** A page ends early rather than hold more than this; it never ends before its first event. */
    static final long PAGE_BYTES_MAX = 16L << 20;

    /** Rows fetched at a time: a page of large events must not come over the wire whole. */
    private static final int FETCH_ROWS = 500;

    private static final String EVENT =
            "select position, stream, sequence, event_id, name, revision, recorded_at, envelope, payload from casetrail_log.log_event ";
    private static final String FORWARD = EVENT + "where position >= ? order by position limit ?";
    /** So many positions are looked through by one statement, so that none takes long however rare the events are. */
    private static final long WINDOW = 500_000;

    private static final String IN_WINDOW =
            EVENT + "where position >= ? and position < ? and %s order by position limit ?";
    private static final String FAMILY = IN_WINDOW.formatted("starts_with(stream, ?)");
    private static final String NAMED = IN_WINDOW.formatted("name = any(?)");
    private static final String STREAM = EVENT + "where stream = ? and sequence >= ? order by sequence limit ?";
    private static final String END = "select next_position from casetrail_log.log_head";
    private static final String POSITION_OF =
            "select position from casetrail_log.log_event where stream = ? and sequence = ?";
    private static final String LAST_SEQUENCE = "select max(sequence) from casetrail_log.log_event where stream = ?";
    private static final String POSITION_AT = "select casetrail_log.position_at(?)";

    private final DataSource source;

    LogReads(DataSource source) {
        this.source = source;
    }

    long end() {
        return number(END).orElseThrow();
    }

    List<StoredEvent> read(long from, int max) {
        if (from < 0) {
            throw new IllegalArgumentException("position %d is below 0".formatted(from));
        }
        return events(FORWARD, checked(max), from, max);
    }

    List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
        if (fromSequence < 0) {
            throw new IllegalArgumentException("sequence %d is below 0".formatted(fromSequence));
        }
        return events(STREAM, checked(max), stream.value(), fromSequence, max);
    }

    List<StoredEvent> family(String family, long from, int max) {
        return chosen(FAMILY, family + '-', from, max);
    }

    List<StoredEvent> named(Set<String> names, long from, int max) {
        return chosen(NAMED, names.toArray(String[]::new), from, max);
    }

    private List<StoredEvent> chosen(String sql, Object choice, long from, int max) {
        checked(max);
        long end = end();
        for (long next = from; next < end; next += WINDOW) {
            var found = events(sql, max, next, Math.min(end, next + WINDOW), choice, max);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    OptionalLong positionOf(StreamId stream, long sequence) {
        return number(POSITION_OF, stream.value(), sequence);
    }

    OptionalLong lastSequence(StreamId stream) {
        return number(LAST_SEQUENCE, stream.value());
    }

    long positionAt(Instant moment) {
        return number(POSITION_AT, Micros.atOrAfter(moment)).orElseThrow();
    }

    private static int checked(int max) {
        if (max < 1 || max > EventLog.PAGE_MAX) {
            throw new IllegalArgumentException(
                    "%d events asked for, 1 to %d are allowed".formatted(max, EventLog.PAGE_MAX));
        }
        return max;
    }

    private OptionalLong number(String sql, Object... arguments) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return OptionalLong.empty();
                }
                long value = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
            }
        } catch (SQLException e) {
            throw SqlFailures.translate("reading the log", e);
        }
    }

    private List<StoredEvent> events(String sql, int max, Object... arguments) {
        try (var connection = source.getConnection()) {
            // Fetching in parts needs a transaction, which costs a round trip; a small page comes whole.
            boolean inParts = max > FETCH_ROWS;
            connection.setAutoCommit(!inParts);
            var events = page(connection, sql, inParts ? FETCH_ROWS : 0, arguments);
            if (inParts) {
                connection.rollback();
            }
            return events;
        } catch (SQLException e) {
            throw SqlFailures.translate("reading the log", e);
        }
    }

    private static List<StoredEvent> page(Connection connection, String sql, int fetchRows, Object... arguments)
            throws SQLException {
        var events = new ArrayList<StoredEvent>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(fetchRows);
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            long bytes = 0;
            try (var row = statement.executeQuery()) {
                while (bytes < PAGE_BYTES_MAX && row.next()) {
                    var event = event(row);
                    bytes += event.envelope().length + event.payload().length;
                    events.add(event);
                }
            }
        }
        return events;
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                new StreamId(row.getString(2)),
                row.getLong(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getInt(6),
                Micros.instant(row.getLong(7)),
                row.getBytes(8),
                row.getBytes(9));
    }
}
