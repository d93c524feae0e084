package casetrail.benchmarks;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** How fast the log is read, by everybody who reads it and by a plain ordered read of the same rows; by one reader at a time. */
final class Reads {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int FETCH = 5_000;
    private static final int FROM_THE_FIRST = -1;
    private static final int STREAMS = 1_000;
    private static final String COLUMNS = "select position, stream, sequence, event_id, name, revision, recorded_at,"
            + " envelope, payload from casetrail_log.log_event ";

    /** Answers with events a second. */
    interface Reading {
        double perSecond() throws Exception;
    }

    /** A reading and the name it goes by. */
    record Named(String name, Reading reading) {}

    /** The median of one reading. */
    record Rate(String name, double perSecond) {}

    private Reads() {}

    /** Each once unmeasured, then in turns. */
    static List<Rate> medians(List<Named> readings, int rounds) throws Exception {
        var rates = new ArrayList<List<Double>>();
        for (var named : readings) {
            named.reading.perSecond();
            rates.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < readings.size(); i++) {
                rates.get(i).add(readings.get(i).reading.perSecond());
            }
        }
        var medians = new ArrayList<Rate>();
        for (int i = 0; i < readings.size(); i++) {
            medians.add(new Rate(readings.get(i).name, Figure.median(rates.get(i), Double::doubleValue)));
        }
        return medians;
    }

    /** One query with a cursor, all columns taken. */
    static double plain(String url, long max) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(COLUMNS + "order by position limit ?")) {
                statement.setFetchSize(FETCH);
                // Bytes come as bytes from the first use on, as they do to the log's port.
                statement.unwrap(PGStatement.class).setPrepareThreshold(FROM_THE_FIRST);
                statement.setLong(1, max);
                long rows = 0;
                long bytes = 0;
                long begin = System.nanoTime();
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        rows++;
                        bytes += row.getBytes(8).length
                                + row.getBytes(9).length
                                + row.getString(2).length();
                    }
                }
                return perSecond(rows, begin, bytes);
            }
        }
    }

    /** Through the log's port in this process, page by page. */
    static double pages(EventLog log, long max) {
        long rows = 0;
        long bytes = 0;
        long begin = System.nanoTime();
        List<StoredEvent> page;
        do {
            page = log.read(rows, (int) Math.min(EventLog.PAGE_MAX, Math.max(1, max - rows)));
            rows += page.size();
            for (var event : page) {
                bytes += event.payload().length;
            }
        } while (!page.isEmpty() && rows < max);
        return perSecond(rows, begin, bytes);
    }

    /** {@code GET /api/log}, every line taken over the connection. */
    static double feed(ServerProcess server, long max) throws IOException {
        try (var connection = new HttpConnection(server.url())) {
            var counted = new long[2];
            long begin = System.nanoTime();
            int status = connection.get("/api/log?from=0&limit=" + max, server.token(), (bytes, length) -> {
                for (int i = 0; i < length; i++) {
                    counted[0] += bytes[i] == '\n' ? 1 : 0;
                }
                counted[1] += length;
            });
            if (status != 200) {
                throw new IOException("the feed was answered with " + status);
            }
            // The last line only says how far it came.
            return perSecond(counted[0] - 1, begin, counted[1]);
        }
    }

    /** Cases of which the log holds the beginning; the same for both who read them. */
    static List<StreamId> streams(EventLog log) {
        return log.read(0, EventLog.PAGE_MAX).stream()
                .map(StoredEvent::stream)
                .filter(stream -> stream.family().equals("case"))
                .distinct()
                .limit(STREAMS)
                .toList();
    }

    static double wholeStreams(EventLog log, List<StreamId> streams) {
        long rows = 0;
        long bytes = 0;
        long begin = System.nanoTime();
        for (var stream : streams) {
            for (var event : log.stream(stream, 0, EventLog.PAGE_MAX)) {
                rows++;
                bytes += event.payload().length;
            }
        }
        return perSecond(rows, begin, bytes);
    }

    static double plainStreams(String url, List<StreamId> streams) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.prepareStatement(COLUMNS + "where stream = ? order by sequence")) {
            long rows = 0;
            long bytes = 0;
            long begin = System.nanoTime();
            for (var stream : streams) {
                statement.setString(1, stream.value());
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        rows++;
                        bytes += row.getBytes(8).length + row.getBytes(9).length;
                    }
                }
            }
            return perSecond(rows, begin, bytes);
        }
    }

    private static double perSecond(long rows, long begin, long bytes) {
        if (rows <= 0 || bytes == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return rows / ((System.nanoTime() - begin) / NANOS_PER_SECOND);
    }
}
