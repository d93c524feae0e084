package casetrail.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The baseline: what anybody would write first. Each client has a connection of its own, reads the events of a stream, inserts the next one
 * and commits, on a table of the same columns and the same two unique keys, on the same server.
 */
final class PlainJdbc {

    private static final String TABLE = "baseline_event";
    /** Events of a stream before the client begins a new one: as many as the commands of one case in the load. */
    private static final int STREAM_LENGTH = CaseLoad.COMMANDS_PER_CASE;

    private static final byte[] ENVELOPE = "e".repeat(420).getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAYLOAD = "p".repeat(320).getBytes(StandardCharsets.UTF_8);

    private final String url;

    /** @param url of a database in which the baseline's table may be made */
    PlainJdbc(String url) {
        this.url = url;
    }

    void prepare() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists " + TABLE);
            statement.execute("create table " + TABLE + """
                    (position bigserial primary key, stream text not null, sequence bigint not null, event_id uuid not null unique,
                     name text not null, revision int not null, recorded_at bigint not null, envelope bytea not null,
                     payload bytea not null, unique (stream, sequence))""");
        }
    }

    Load.Client client(int number) throws SQLException {
        var connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return new Client(connection, number);
    }

    private static final class Client implements Load.Client {

        private final Connection connection;
        private final int number;
        private int done;
        private String stream = "";

        Client(Connection connection, int number) {
            this.connection = connection;
            this.number = number;
        }

        @Override
        public void once() throws SQLException {
            if (done++ % STREAM_LENGTH == 0) {
                stream = "case-%d-%d-%d"
                        .formatted(number, done, ThreadLocalRandom.current().nextLong());
            }
            long sequence = load();
            try (var insert = connection.prepareStatement(
                    "insert into " + TABLE
                            + " (stream, sequence, event_id, name, revision, recorded_at, envelope, payload) values (?,?,?,?,?,?,?,?)")) {
                insert.setString(1, stream);
                insert.setLong(2, sequence);
                insert.setObject(3, UUID.randomUUID());
                insert.setString(4, "case.progress-recorded");
                insert.setInt(5, 1);
                insert.setLong(6, System.currentTimeMillis() * 1_000);
                insert.setBytes(7, ENVELOPE);
                insert.setBytes(8, PAYLOAD);
                insert.executeUpdate();
            }
            connection.commit();
        }

        private long load() throws SQLException {
            try (var select = connection.prepareStatement("select sequence, name, revision, envelope, payload from "
                    + TABLE + " where stream = ? order by sequence")) {
                select.setString(1, stream);
                long next = 0;
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        next = rows.getLong(1) + 1 + rows.getBytes(4).length * 0L + rows.getBytes(5).length * 0L;
                    }
                }
                return next;
            }
        }
    }
}
