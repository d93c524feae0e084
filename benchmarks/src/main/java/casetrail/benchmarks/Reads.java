package casetrail.benchmarks;

import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** How fast the log is read through, against a plain ordered read of the same rows. */
final class Reads {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int FETCH = 5_000;

    private Reads() {}

    /** Rows a second of a plain ordered read with a cursor, all columns taken. */
    static double plain(String adminUrl) throws SQLException {
        try (var connection = DriverManager.getConnection(adminUrl)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(FETCH);
                long rows = 0;
                long bytes = 0;
                long begin = System.nanoTime();
                try (var row = statement.executeQuery(
                        "select position, stream, sequence, event_id, name, revision, recorded_at,"
                                + " envelope, payload from casetrail_log.log_event order by position")) {
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

    /** Events a second through the log's port. */
    static double feed(EventLog log) {
        long rows = 0;
        long bytes = 0;
        long begin = System.nanoTime();
        List<StoredEvent> page;
        do {
            page = log.read(rows, EventLog.PAGE_MAX);
            rows += page.size();
            for (var event : page) {
                bytes += event.payload().length;
            }
        } while (!page.isEmpty());
        return perSecond(rows, begin, bytes);
    }

    /** Events a second when whole streams are read one by one. */
    static double streams(EventLog log, int count) {
        var ids = log.read(0, EventLog.PAGE_MAX).stream()
                .map(StoredEvent::stream)
                .filter(s -> s.family().equals("case"))
                .distinct()
                .limit(count)
                .toList();
        long rows = 0;
        long bytes = 0;
        long begin = System.nanoTime();
        for (var id : ids) {
            for (var event : log.stream(id, 0, EventLog.PAGE_MAX)) {
                rows++;
                bytes += event.payload().length;
            }
        }
        return perSecond(rows, begin, bytes);
    }

    private static double perSecond(long rows, long begin, long bytes) {
        if (rows == 0 || bytes == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return rows / ((System.nanoTime() - begin) / NANOS_PER_SECOND);
    }
}
