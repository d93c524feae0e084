package casetrail.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The append lane's one connection: a batch is one statement, one round trip, one commit. Used by one thread. */
final class LaneConnection implements AutoCloseable {

    private static final String APPEND =
            "select base_position, stamped_at, misfits from casetrail_log.append_batch(?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SETTLED =
            "select event_id, stream, sequence, event_position, stamped_at from casetrail_log.settled(?)";
    private static final String SESSION =
            "select pid, backend_start::text from pg_stat_activity where pid = pg_backend_pid()";
    private static final String END_SESSION =
            "select pg_terminate_backend(pid, ?) from pg_stat_activity where pid = ? and backend_start::text = ?";

    /** How long the database may take to end a session that was given up. */
    private static final long END_SESSION_MILLIS = 5_000;

    private final Connection connection;
    private final PreparedStatement append;
    private final Session session;

    /** Which server process served a connection; the start time tells it from a later one with the same number. */
    record Session(int pid, String startedAt) {}

    /** What the database made of a batch: the numbers (from 1) of the appends that did not fit, and where the others begin. */
    record Answer(long basePosition, long stampedMicros, Set<Integer> misfits) {}

    private LaneConnection(Connection connection, PreparedStatement append, Session session) {
        this.connection = connection;
        this.append = append;
        this.session = session;
    }

    static LaneConnection open(ServingAccess access, Duration statementPatience) throws SQLException {
        var connection = access.connect("casetrail append lane");
        try {
            connection.setNetworkTimeout(Runnable::run, (int) statementPatience.toMillis());
            ServingGuard.check(connection);
            return new LaneConnection(connection, connection.prepareStatement(APPEND), session(connection));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Session session() {
        return session;
    }

    Answer append(long nowMicros, List<Append> batch) throws SQLException {
        int count = batch.stream().mapToInt(a -> a.events().size()).sum();
        var streams = new String[batch.size()];
        var firsts = new Long[batch.size()];
        var appends = new Integer[count];
        var ids = new UUID[count];
        var names = new String[count];
        var revisions = new Integer[count];
        var envelopes = new byte[count][];
        var payloads = new byte[count][];
        int at = 0;
        for (int number = 0; number < batch.size(); number++) {
            streams[number] = batch.get(number).stream().value();
            firsts[number] = batch.get(number).firstSequence();
            for (var event : batch.get(number).events()) {
                appends[at] = number + 1;
                ids[at] = event.id();
                names[at] = event.name();
                revisions[at] = event.revision();
                envelopes[at] = event.envelope();
                payloads[at] = event.payload();
                at++;
            }
        }
        append.setLong(1, nowMicros);
        append.setArray(2, array("text", streams));
        append.setArray(3, array("int8", firsts));
        append.setArray(4, array("int4", appends));
        append.setArray(5, array("uuid", ids));
        append.setArray(6, array("text", names));
        append.setArray(7, array("int4", revisions));
        append.setArray(8, array("bytea", envelopes));
        append.setArray(9, array("bytea", payloads));
        try (var row = append.executeQuery()) {
            row.next();
            return new Answer(row.getLong(1), row.getLong(2), misfits(row));
        }
    }

    /**
     * Ends the server process of a connection that broke, so that nothing it was still doing can be committed later.
     *
     * @return whether it is gone
     */
    boolean end(Session broken) throws SQLException {
        try (var statement = connection.prepareStatement(END_SESSION)) {
            statement.setLong(1, END_SESSION_MILLIS);
            statement.setInt(2, broken.pid());
            statement.setString(3, broken.startedAt());
            try (var row = statement.executeQuery()) {
                return !row.next() || row.getBoolean(1);
            }
        }
    }

    /** Which of these appends are in the log, wholly as every append is; keyed by their place in the list. */
    Map<Integer, Appended> settled(List<Append> asked) throws SQLException {
        var placeById = new HashMap<UUID, Integer>();
        for (int place = 0; place < asked.size(); place++) {
            placeById.put(asked.get(place).events().getFirst().id(), place);
        }
        var found = new HashMap<Integer, Appended>();
        try (var statement = connection.prepareStatement(SETTLED)) {
            statement.setArray(1, array("uuid", placeById.keySet().toArray(UUID[]::new)));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var place = placeById.get(row.getObject(1, UUID.class));
                    var settled = place == null ? null : match(asked.get(place), row);
                    if (place != null && settled != null) {
                        found.put(place, settled);
                    }
                }
            }
        }
        return found;
    }

    /** The id alone would not do: an append that reuses an id of another stream must not be taken for done. */
    private static @Nullable Appended match(Append append, ResultSet row) throws SQLException {
        if (!append.stream().value().equals(row.getString(2)) || append.firstSequence() != row.getLong(3)) {
            return null;
        }
        return Micros.appended(append, row.getLong(4), row.getLong(5));
    }

    private static Set<Integer> misfits(ResultSet row) throws SQLException {
        var numbers = new HashSet<Integer>();
        for (var number : (Object[]) row.getArray(3).getArray()) {
            numbers.add((Integer) number);
        }
        return numbers;
    }

    private Array array(String type, Object[] elements) throws SQLException {
        return connection.createArrayOf(type, elements);
    }

    private static Session session(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SESSION)) {
            row.next();
            return new Session(row.getInt(1), row.getString(2));
        }
    }

    /** Whether the database still answers on this connection after a failure. */
    boolean isAlive() {
        try {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is being given up; whatever was on it is settled over the next one.
            SqlFailures.ignoredOnClose(e);
        }
    }
}
