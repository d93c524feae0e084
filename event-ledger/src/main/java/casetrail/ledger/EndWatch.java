package casetrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Learns of what other processes append: a connection of its own listens for the notice that every commit sends. Should notices
 * be lost with the connection, the head of the log is looked at every {@link #LOOK_MILLIS} all the same.
 */
final class EndWatch implements AutoCloseable {

    /** The longest time a commit elsewhere can stay unseen while the database answers. */
    static final int LOOK_MILLIS = 500;

    private static final long RETRY_MILLIS_MIN = 10;
    private static final long RETRY_MILLIS_MAX = 1_000;
    private static final Duration STATEMENT_PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(EndWatch.class);

    private final ServingAccess access;
    private final LogEnd end;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection listening;

    EndWatch(ServingAccess access, LogEnd end) {
        this.access = access;
        this.end = end;
        this.thread = Thread.ofPlatform().daemon().name("casetrail-log-watch").start(this::run);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        long pauseMillis = RETRY_MILLIS_MIN;
        while (!isClosing()) {
            try (var connection = access.connect("casetrail log watch")) {
                listening = connection;
                connection.setNetworkTimeout(Runnable::run, (int) STATEMENT_PATIENCE.toMillis());
                pauseMillis = RETRY_MILLIS_MIN;
                listen(connection);
            } catch (SQLException e) {
                if (!isClosing()) {
                    // Once per outage; the tries after it are nothing new.
                    LOG.atLevel(pauseMillis == RETRY_MILLIS_MIN ? Level.WARN : Level.DEBUG)
                            .log("listening to the log was interrupted, trying again: {}", e.getMessage());
                    pause(pauseMillis);
                    pauseMillis = Math.min(2 * pauseMillis, RETRY_MILLIS_MAX);
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        var notices = connection.unwrap(PGConnection.class);
        try (var statement = connection.createStatement();
                var head = connection.prepareStatement("select next_position from casetrail_log.log_head")) {
            statement.execute("listen casetrail_log");
            // First listen, then look: what is committed in between is seen twice rather than not at all.
            while (!isClosing()) {
                try (var row = head.executeQuery()) {
                    row.next();
                    end.advanceTo(row.getLong(1));
                }
                takeNotices(notices);
            }
        }
    }

    /** Until none came for a while. */
    private void takeNotices(PGConnection notices) throws SQLException {
        while (!isClosing()) {
            var batch = notices.getNotifications(LOOK_MILLIS);
            if (batch == null || batch.length == 0) {
                return;
            }
            for (var notice : batch) {
                end.advanceTo(Long.parseLong(notice.getParameter()));
            }
        }
    }

    private void pause(long millis) {
        try {
            closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        var connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                SqlFailures.ignoredOnClose(e);
            }
        }
        try {
            thread.join(STATEMENT_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
