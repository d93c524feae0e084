package casetrail.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The baseline: what anybody would write first. It reads the events of a stream, inserts the next one and commits, with statements that
 * are prepared once, on a table of the same columns and the same unique keys, on the same server. Each client has a connection of its
 * own, or all of them share a pool.
 */
final class PlainJdbc {

    private static final String TABLE = "baseline_event";
    private static final String SELECT =
            "select sequence, name, revision, envelope, payload from " + TABLE + " where stream = ? order by sequence";
    private static final String INSERT = "insert into " + TABLE
            + " (stream, sequence, event_id, name, revision, recorded_at, envelope, payload) values (?,?,?,?,?,?,?,?)";

    /** Events of a stream before the client begins a new one: as many as the commands of one case in the load. */
    private static final int STREAM_LENGTH = CaseLoad.COMMANDS_PER_CASE;

    private final String url;
    private final byte[] envelope;
    private final byte[] payload;

    /** How many bytes an event has, in its two parts. */
    record Sizes(int envelope, int payload) {}

    /** @param url of a database in which the baseline's table may be made */
    PlainJdbc(String url, Sizes sizes) {
        this.url = url;
        this.envelope = "e".repeat(sizes.envelope).getBytes(StandardCharsets.UTF_8);
        this.payload = "p".repeat(sizes.payload).getBytes(StandardCharsets.UTF_8);
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

    /** A connection for each client. */
    Contender connectionEach() {
        return new Contender("plain JDBC, a connection each", number -> {
            var session = new Session();
            return new Client(number) {
                @Override
                void next(String stream) throws SQLException {
                    session.next(stream);
                }

                @Override
                public void close() throws SQLException {
                    session.close();
                }
            };
        });
    }

    Pool pool(int size) throws SQLException {
        return new Pool(size);
    }

    /** Connections that all clients share. */
    final class Pool implements AutoCloseable {

        private final int size;
        private final ArrayBlockingQueue<Session> idle;

        private Pool(int size) throws SQLException {
            this.size = size;
            this.idle = new ArrayBlockingQueue<>(size);
            for (int i = 0; i < size; i++) {
                idle.add(new Session());
            }
        }

        Contender contender() {
            return new Contender("plain JDBC, a pool of " + size, number -> new Client(number) {
                @Override
                void next(String stream) throws SQLException, InterruptedException {
                    var session = idle.take();
                    try {
                        session.next(stream);
                    } finally {
                        idle.add(session);
                    }
                }
            });
        }

        @Override
        public void close() throws SQLException {
            var all = new ArrayList<Session>();
            idle.drainTo(all);
            for (var session : all) {
                session.close();
            }
        }
    }

    private abstract static class Client implements Load.Client {

        private final int number;
        private int done;
        private String stream = "";

        Client(int number) {
            this.number = number;
        }

        abstract void next(String stream) throws SQLException, InterruptedException;

        @Override
        public void once() throws SQLException, InterruptedException {
            if (done++ % STREAM_LENGTH == 0) {
                stream = "case-%d-%d-%016x"
                        .formatted(number, done, ThreadLocalRandom.current().nextLong());
            }
            next(stream);
        }
    }

    private final class Session implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement select;
        private final PreparedStatement insert;
        private long bytes;

        Session() throws SQLException {
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            select = connection.prepareStatement(SELECT);
            insert = connection.prepareStatement(INSERT);
        }

        void next(String stream) throws SQLException {
            insert.setString(1, stream);
            insert.setLong(2, load(stream));
            insert.setObject(3, UUID.randomUUID());
            insert.setString(4, "case.progress-recorded");
            insert.setInt(5, 1);
            insert.setLong(6, System.currentTimeMillis() * 1_000);
            insert.setBytes(7, envelope);
            insert.setBytes(8, payload);
            insert.executeUpdate();
            connection.commit();
        }

        /** The next sequence, after every event was read whole. */
        private long load(String stream) throws SQLException {
            select.setString(1, stream);
            long next = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    next = rows.getLong(1) + 1;
                    bytes += rows.getBytes(4).length + rows.getBytes(5).length;
                }
            }
            if (bytes < 0) {
                throw new IllegalStateException("nothing has a negative length");
            }
            return next;
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
