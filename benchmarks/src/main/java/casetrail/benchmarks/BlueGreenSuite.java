package casetrail.benchmarks;

import casetrail.ledger.LedgerRoles;
import casetrail.ledger.ServingAccess;
import casetrail.query.caselist.CaseList;
import casetrail.query.handling.HandlingHistory;
import casetrail.views.View;
import casetrail.views.postgres.PostgresViewStore;
import casetrail.views.store.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rebuild under load, on the log of a server that was made longer while it did not serve. */
final class BlueGreenSuite {

    private final Stand stand;
    private final Path server;
    private final Duration pause;

    /** @param server the directory of a server that has served on the stand and does not now */
    BlueGreenSuite(Stand stand, Path server, Duration pause) {
        this.stand = stand;
        this.server = server;
        this.pause = pause;
    }

    /** Makes a log of so many cases, in new directories. */
    static BlueGreenSuite over(Stand stand, Path directory, long cases, int importRows, Duration pause)
            throws IOException, SQLException {
        var home = directory.resolve("server");
        try (var server = ServerProcess.start(home, stand)) {
            var slices = BostonSlices.in(
                    Files.createDirectories(directory.resolve("import")), Optional.empty(), 1, importRows);
            ImportRate.of(server, slices.getFirst());
        }
        ManyCases.fill(stand.adminUrl(Stand.OVER), cases);
        return new BlueGreenSuite(stand, home, pause);
    }

    /** Who serves on it. */
    static ServingAccess access(Stand stand, Path server) throws IOException {
        return new ServingAccess(
                stand.url(Stand.OVER),
                LedgerRoles.ofDatabase(Stand.OVER).serving(),
                Files.readString(server.resolve("serving.password")).strip());
    }

    BlueGreen.Outcome run() throws IOException, InterruptedException, SQLException {
        dropWhatIsBehind();
        try (var process = ServerProcess.start(server, stand)) {
            return new BlueGreen(process, pause).run();
        }
    }

    /**
     * Versions that were whole before the log grew would follow it event by event; without them the server builds them anew by the fast
     * path, or takes the ones that were built since.
     */
    private void dropWhatIsBehind() throws IOException, SQLException {
        long end;
        try (var connection = DriverManager.getConnection(stand.adminUrl(Stand.OVER));
                var statement = connection.createStatement();
                var row = statement.executeQuery("select next_position from casetrail_log.log_head")) {
            row.next();
            end = row.getLong(1);
        }
        var store = new PostgresViewStore(access(stand, server).unpooled("benchmark"));
        for (var view : List.<View<?>>of(CaseList.CASES, HandlingHistory.HANDLING)) {
            for (var building : store.buildings()) {
                if (building.version().view().equals(view.name())
                        && store.table(building.version(), view.shape()).segments().stream()
                                .mapToLong(Segment::next)
                                .anyMatch(next -> next < end)) {
                    store.drop(building.version());
                }
            }
        }
    }

    static void report(BlueGreen.Outcome outcome, Report report, Map<String, Double> figures) throws IOException {
        report.heading("A rebuild under load");
        report.line(
                ("A new version of `case-list` built beside, compared, cut over to, rolled back, cut over to again, the old one"
                                + " dropped, while %d readers and %d writers work over HTTP, none of them more often than every %d and %d ms."
                                + " %,d cases, %,d events.\n")
                        .formatted(
                                ReadWriteLoad.READERS,
                                ReadWriteLoad.WRITERS,
                                ReadWriteLoad.READERS_PACE.toMillis(),
                                ReadWriteLoad.WRITERS_PACE.toMillis(),
                                outcome.cases(),
                                outcome.events()));
        report.line("| when | reads | p50 ms | p99 ms |\n|---|---:|---:|---:|");
        for (var phase : List.of(Phase.CALM, Phase.REBUILD, Phase.CUT_OVER)) {
            var reads = outcome.reads().get(phase);
            if (reads != null) {
                report.line(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %.1f | %.1f |",
                        phase.words(),
                        reads.count(),
                        reads.p50Millis(),
                        reads.p99Millis()));
                figures.put("read " + phase.words(), reads.p99Millis());
            }
        }
        report.line(String.format(
                Locale.ROOT,
                "%n- built in %,.1f s (%,.0f events/s), compared in %,.1f s more%n- failed reads: %,d; cases registered: %,d; refused: %,d; lost: %,d",
                outcome.buildSeconds(),
                outcome.eventsPerSecond(),
                outcome.compareSeconds(),
                outcome.failedReads(),
                outcome.registered(),
                outcome.refused(),
                outcome.lost().size()));
        for (var failure : outcome.failures()) {
            report.line("- " + failure);
        }
        figures.put("rebuild under load", outcome.eventsPerSecond());
    }
}
