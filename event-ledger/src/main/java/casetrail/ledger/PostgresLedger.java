package casetrail.ledger;

import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The log on PostgreSQL. Any number of processes may open it on one database. When {@link #append} returns, the events are on
 * disk; {@link #close} answers all who wait and appends no more.
 */
public final class PostgresLedger implements Ledger, AutoCloseable {

    private final HikariDataSource pool;
    private final LogReads reads;
    private final LogEnd end = new LogEnd();
    private final EndWatch watch;
    private final AppendLane lane;

    private PostgresLedger(ServingAccess access, LedgerOptions options, InstantSource clock) {
        this.lane = new AppendLane(access, options.lane(), clock, end::advanceTo);
        this.pool = pool(access, options);
        this.reads = new LogReads(pool);
        this.watch = new EndWatch(access, end);
    }

    /**
     * Opens the log; the schema must stand, see {@link LedgerSchema}.
     *
     * @param clock gives recordedAt, unless it goes back
     * @throws UnsafeDatabase if the database would not keep what is acknowledged
     * @throws casetrail.events.log.LogUnavailable if the database does not answer
     */
    public static PostgresLedger open(ServingAccess access, LedgerOptions options, InstantSource clock) {
        return new PostgresLedger(access, options, clock);
    }

    private static HikariDataSource pool(ServingAccess access, LedgerOptions options) {
        var config = new HikariConfig();
        config.setPoolName("casetrail-log-reads");
        config.setDataSource(access.unpooled("casetrail log reads"));
        config.setMaximumPoolSize(options.readConnectionsMax());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(options.readPatience().toMillis());
        config.setReadOnly(true);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public Appended append(Append append) {
        return lane.append(append);
    }

    @Override
    public long end() {
        long now = reads.end();
        end.advanceTo(now);
        return now;
    }

    @Override
    public List<StoredEvent> read(long from, int max) {
        return reads.read(from, max);
    }

    @Override
    public List<StoredEvent> readFamily(String family, long from, int max) {
        return reads.family(family, from, max);
    }

    @Override
    public List<StoredEvent> readNamed(Set<String> names, long from, int max) {
        return reads.named(names, from, max);
    }

    @Override
    public List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
        return reads.stream(stream, fromSequence, max);
    }

    @Override
    public OptionalLong positionOf(StreamId stream, long sequence) {
        return reads.positionOf(stream, sequence);
    }

    @Override
    public OptionalLong lastSequence(StreamId stream) {
        return reads.lastSequence(stream);
    }

    @Override
    public long positionAt(Instant moment) {
        return reads.positionAt(moment);
    }

    @Override
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return end.awaitBeyond(position, atMost);
    }

    /** What the append lane has done so far, for metrics. */
    public LaneFigures laneFigures() {
        return lane.figures();
    }

    @Override
    public void close() {
        lane.close();
        watch.close();
        pool.close();
    }
}
