package casetrail.benchmarks;

import casetrail.ledger.LedgerOptions;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.ServingAccess;
import casetrail.query.caselist.CaseList;
import casetrail.query.handling.HandlingHistory;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.postgres.PostgresViewStore;
import com.mongodb.client.MongoClients;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What views cost: building, following, asking, rebuilding under load; each beside a baseline, on a log of imported cases copied many times. */
final class ViewSuite {

    private final Plan plan;
    private final long cases;
    private final Optional<String> mongodb;
    private final Report report;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** @param mongodb where a server is that views are built on, too */
    ViewSuite(Plan plan, long cases, Optional<String> mongodb, Report report) {
        this.plan = plan;
        this.cases = cases;
        this.mongodb = mongodb;
        this.report = report;
    }

    /** Every figure that went into the report, by what it is. */
    Map<String, Double> run() throws Exception {
        try (var stand = Stand.in(plan.directory().resolve("database"))) {
            report.line("Measured with `benchmarks/run DIR --views %d`, everything in one run on one machine:\n"
                    .formatted(cases));
            for (var fact : Machine.facts(stand, plan)) {
                report.line(fact);
            }
            report.line(String.format(
                    Locale.ROOT,
                    "- each figure measured once, %.1f s long where it is asked and %.1f s from command to view",
                    plan.measured().toMillis() / 1e3,
                    plan.forWarmUp().measured().toMillis() / 1e3));
            try (var server = ServerProcess.start(plan.directory().resolve("server"), stand)) {
                var slices = BostonSlices.in(
                        Files.createDirectories(plan.directory().resolve("import")),
                        plan.importFile(),
                        1,
                        plan.importRows());
                ImportRate.of(server, slices.getFirst());
                delay(server);
            }
            long have = ManyCases.fill(stand.adminUrl(Stand.OVER), cases);
            var home = plan.directory().resolve("server");
            var access = BlueGreenSuite.access(stand, home);
            try (var log = PostgresLedger.open(access, LedgerOptions.DEFAULT, Clock.systemUTC());
                    var pool = pool(access)) {
                report.line("\nFrom here on: %,d cases, %,d events; imported cases of %s, copied under other ids."
                        .formatted(have, log.end(), plan.importFile().isPresent() ? "Boston" : "a made-up city"));
                building(stand, log, new PostgresViewStore(pool));
                if (mongodb.isPresent()) {
                    buildingIn(mongodb.get(), stand, log);
                }
                asking(new PostgresViewStore(pool));
            }
            var outcome = new BlueGreenSuite(stand, home, plan.measured().multipliedBy(5)).run();
            BlueGreenSuite.report(outcome, report, figures);
            outcome.require();
        }
        return figures;
    }

    private static HikariDataSource pool(ServingAccess access) {
        var config = new HikariConfig();
        config.setDataSource(access.unpooled("view benchmarks"));
        config.setMaximumPoolSize(ViewQuestions.USERS + 4);
        return new HikariDataSource(config);
    }

    /** From a command's acknowledgement until a view shows it, with as many clients as a busy street has. */
    private void delay(ServerProcess server) throws Exception {
        var staff = server.staff();
        var over = new Contender(
                "over HTTP",
                n -> new HttpCaseLoad(
                        new HttpConnection(server.url()), staff, "client-%d-%d".formatted(n, System.nanoTime())));
        var meter = new Meter(server.pid(), server.pid());
        over.run(Plan.PROFILED_CLIENTS, plan.forWarmUp(), meter);
        report.heading("From command to view");
        report.line(
                "%d clients give commands over HTTP; a few more register a case and, as soon as that is acknowledged, ask a view that has to hold it.\n"
                        .formatted(Plan.PROFILED_CLIENTS));
        report.line(
                "| view | commands/s beside | asked | p50 ms | p99 ms | any answer: p50 ms | p99 ms |\n|---|---:|---:|---:|---:|---:|---:|");
        for (var asked : ReadBacks.Asked.values()) {
            var back = ReadBacks.start(asked, server);
            double perSecond =
                    over.run(Plan.PROFILED_CLIENTS, plan.forWarmUp(), meter).perSecond();
            back.end();
            report.line(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %,d | %.1f | %.1f | %.1f | %.1f |",
                    asked.view(),
                    perSecond,
                    back.count(),
                    back.holdingMillis(50),
                    back.holdingMillis(99),
                    back.anyMillis(50),
                    back.anyMillis(99)));
            figures.put("delay of " + asked.view(), back.holdingMillis(99));
        }
    }

    private void building(Stand stand, PostgresLedger log, PostgresViewStore store) throws Exception {
        report.heading("Building");
        report.line("| what | events/s | times the plain read |\n|---|---:|---:|");
        double plain = Reads.plain(stand.adminUrl(Stand.OVER), Long.MAX_VALUE);
        rate("plain ordered read of the log", plain, plain);
        for (var view : List.<View<?>>of(CaseList.CASES, HandlingHistory.HANDLING)) {
            rates(view, new BuildingRates(log, store), "", plain);
            long bytes = bytes(stand, view);
            report.line("| `%s` in the database | %,d bytes a case | |".formatted(view.name(), bytes));
            figures.put("bytes of " + view.name(), (double) bytes);
        }
    }

    /** On a server that is given; what an engine does in this process says nothing about one. */
    private void buildingIn(String mongodb, Stand stand, PostgresLedger log) throws Exception {
        try (var client = MongoClients.create(mongodb)) {
            var database = "casetrail_benchmark_" + Long.toString(System.nanoTime(), 36);
            var store = new MongoViewStore(client, database);
            report.heading("Building in " + store.engine());
            report.line("| what | events/s | times the plain read |\n|---|---:|---:|");
            double plain = Reads.plain(stand.adminUrl(Stand.OVER), Long.MAX_VALUE);
            rate("plain ordered read of the log, again", plain, plain);
            for (var view : List.<View<?>>of(CaseList.CASES, HandlingHistory.HANDLING)) {
                rates(view, new BuildingRates(log, store), " in MongoDB", plain);
            }
            client.getDatabase(database).drop();
        }
    }

    private void rates(View<?> view, BuildingRates building, String where, double plain) throws Exception {
        rate("rebuild of `%s`%s".formatted(view.name(), where), building.rebuilt(view), plain);
        rate(
                "bulk load of the finished documents of `%s`%s".formatted(view.name(), where),
                building.loaded(view),
                plain);
        rate("live feed of `%s`%s".formatted(view.name(), where), building.followed(view), plain);
    }

    private void rate(String what, double perSecond, double plain) throws IOException {
        report.line(String.format(Locale.ROOT, "| %s | %,.0f | %.2f |", what, perSecond, perSecond / plain));
        figures.put(what, perSecond);
    }

    private long bytes(Stand stand, View<?> view) throws SQLException {
        var like = "%" + view.name().value().replace('-', '_') + "%" + BuildingRates.REBUILT + "%";
        try (var connection = DriverManager.getConnection(stand.adminUrl(Stand.OVER));
                var statement = connection.prepareStatement(
                        "select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c"
                                + " join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'casetrail_views' and c.relkind = 'r' and c.relname like ?")) {
            statement.setString(1, like);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) / Math.max(1, cases);
            }
        }
    }

    private void asking(PostgresViewStore store) throws Exception {
        report.heading("Asking");
        report.line(
                "%d users, each asking again as soon as it is answered; the first page of 50, as a supervisor sees it.\n"
                        .formatted(ViewQuestions.USERS));
        report.line("| question | answers/s | p50 ms | p99 ms |\n|---|---:|---:|---:|");
        var table = store.table(new ViewVersion(CaseList.CASES.name(), BuildingRates.REBUILT), CaseList.CASES.shape());
        for (var figure : new ViewQuestions(table, plan.measured()).measured()) {
            report.line(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f | %.1f |",
                    figure.what(),
                    figure.perSecond(),
                    figure.p50Millis(),
                    figure.p99Millis()));
            figures.put(figure.what(), figure.perSecond());
        }
    }
}
