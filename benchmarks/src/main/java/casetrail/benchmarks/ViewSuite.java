package casetrail.benchmarks;

import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.ledger.LedgerOptions;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.ServingAccess;
import casetrail.query.caselist.CaseList;
import casetrail.query.handling.HandlingHistory;
import casetrail.views.After;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.feed.Feed;
import casetrail.views.feed.FeedTold;
import casetrail.views.feed.Membership;
import casetrail.views.postgres.PostgresViewStore;
import casetrail.views.rebuild.Rebuild;
import casetrail.views.store.ViewTable;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What views cost: building, following, asking, rebuilding under load; each beside a baseline, on a log of imported cases copied many times. */
final class ViewSuite {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int REBUILT = 901;
    private static final int LOADED = 902;
    private static final int FOLLOWED = 903;
    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);

    private final Plan plan;
    private final long cases;
    private final Report report;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    ViewSuite(Plan plan, long cases, Report report) {
        this.plan = plan;
        this.cases = cases;
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
                report.line("- %,d cases, %,d events; imported cases of %s, copied under other ids"
                        .formatted(have, log.end(), plan.importFile().isPresent() ? "Boston" : "a made-up city"));
                building(stand, log, new PostgresViewStore(pool));
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

    /** From a command's commit until the view has it, with as many clients as a busy street has, by the server's own figures. */
    private void delay(ServerProcess server) throws Exception {
        var staff = server.staff();
        var over = new Contender(
                "over HTTP",
                n -> new HttpCaseLoad(
                        new HttpConnection(server.url()), staff, "client-%d-%d".formatted(n, System.nanoTime())));
        var meter = new Meter(server.pid(), server.pid());
        over.run(Plan.PROFILED_CLIENTS, plan.forWarmUp(), meter);
        var load = over.run(Plan.PROFILED_CLIENTS, plan, meter);
        report.heading("From command to view");
        report.line(
                "%,.0f commands/s over HTTP with %d clients; from when the log learned the first event of a batch until the batch is durable in the view.\n"
                        .formatted(load.perSecond(), Plan.PROFILED_CLIENTS));
        report.line("| view | p50 ms | p99 ms |\n|---|---:|---:|");
        for (var view : List.of(CaseList.CASES.name(), HandlingHistory.HANDLING.name())) {
            double p50 = delay(server, view.value(), "0.5");
            double p99 = delay(server, view.value(), "0.99");
            report.line(String.format(Locale.ROOT, "| %s | %,.0f | %,.0f |", view, p50 * 1e3, p99 * 1e3));
            figures.put("delay of " + view, p99);
        }
    }

    private static double delay(ServerProcess server, String view, String quantile) throws IOException {
        var text = new StringBuilder();
        try (var connection = new HttpConnection(server.url())) {
            connection.get(
                    "/actuator/prometheus",
                    server.token(),
                    (bytes, length) -> text.append(new String(bytes, 0, length, StandardCharsets.UTF_8)));
        }
        var line = text.toString()
                .lines()
                .filter(l -> l.startsWith("casetrail_view_delay_seconds{"))
                .filter(l ->
                        l.contains("quantile=\"%s\"".formatted(quantile)) && l.contains("view=\"%s\"".formatted(view)))
                .findFirst()
                .orElseThrow(() -> new IOException("the server tells no delay of " + view));
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private void building(Stand stand, PostgresLedger log, PostgresViewStore store) throws Exception {
        report.heading("Building");
        report.line("| what | events/s | times the plain read |\n|---|---:|---:|");
        double plain = Reads.plain(stand.adminUrl(Stand.OVER), Long.MAX_VALUE);
        rate("plain ordered read of the log", plain, plain);
        for (var view : List.<View<?>>of(CaseList.CASES, HandlingHistory.HANDLING)) {
            rate("rebuild of `%s`".formatted(view.name()), rebuilt(view, log, store), plain);
            rate("bulk load of the finished documents of `%s`".formatted(view.name()), loaded(view, log, store), plain);
            rate("live feed of `%s`".formatted(view.name()), followed(view, log, store), plain);
            long bytes = bytes(stand, view);
            report.line("| `%s` in the database | %,d bytes a case | |".formatted(view.name(), bytes));
            figures.put("bytes of " + view.name(), (double) bytes);
        }
    }

    private void rate(String what, double perSecond, double plain) throws IOException {
        report.line(String.format(Locale.ROOT, "| %s | %,.0f | %.2f |", what, perSecond, perSecond / plain));
        figures.put(what, perSecond);
    }

    private static ViewTable created(View<?> view, int number, PostgresViewStore store) {
        var version = new ViewVersion(view.name(), number);
        store.create(version, view.revision(), view.shape());
        return store.table(version, view.shape());
    }

    private static <V> double rebuilt(View<V> view, PostgresLedger log, PostgresViewStore store)
            throws InterruptedException {
        var table = created(view, REBUILT, store);
        var rebuild = new Rebuild<>(view, new ViewVersion(view.name(), REBUILT), table, log, STORED, Rebuild.IN_MEMORY);
        rebuild.run();
        return rebuild.progress().eventsPerSecond();
    }

    /** As if the documents had fallen from the sky: what nobody can be faster than. */
    private static double loaded(View<?> view, PostgresLedger log, PostgresViewStore store) {
        var from = store.table(new ViewVersion(view.name(), REBUILT), view.shape());
        var table = created(view, LOADED, store);
        long nanos = 0;
        After after = null;
        while (true) {
            var page = new ArrayList<Document>();
            do {
                var more = from.find(new Question(Condition.everything(), Order.BY_STREAM, after, Question.LIMIT_MAX));
                if (more.isEmpty()) {
                    break;
                }
                more.forEach(d -> page.add(with(view, d)));
                after = new After(null, more.getLast().stream());
            } while (page.size() < 5 * Question.LIMIT_MAX);
            if (page.isEmpty()) {
                break;
            }
            long begin = System.nanoTime();
            table.fill(page);
            nanos += System.nanoTime() - begin;
        }
        long begin = System.nanoTime();
        table.finish(log.end());
        nanos += System.nanoTime() - begin;
        store.drop(new ViewVersion(view.name(), LOADED));
        return log.end() / (nanos / NANOS_PER_SECOND);
    }

    private static <V> Document with(View<V> view, Document kept) {
        return view.document(kept.stream(), kept.version(), view.form().read(kept.json()));
    }

    private static <V> double followed(View<V> view, PostgresLedger log, PostgresViewStore store)
            throws InterruptedException {
        var table = created(view, FOLLOWED, store);
        table.finish(0);
        var member = new Membership(store, "benchmark", System::nanoTime);
        member.beat();
        long end = log.end();
        long begin = System.nanoTime();
        try (var feed =
                new Feed<>(view, new ViewVersion(view.name(), FOLLOWED), table, log, STORED, member, FeedTold.NOBODY)) {
            feed.start();
            while (table.segments().stream().anyMatch(s -> s.next() < end)) {
                feed.stoppedBy().ifPresent(e -> {
                    throw new IllegalStateException("the feed stopped", e);
                });
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        double rate = end / ((System.nanoTime() - begin) / NANOS_PER_SECOND);
        store.drop(new ViewVersion(view.name(), FOLLOWED));
        return rate;
    }

    private long bytes(Stand stand, View<?> view) throws SQLException {
        var like = "%" + view.name().value().replace('-', '_') + "%" + REBUILT + "%";
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
        var table = store.table(new ViewVersion(CaseList.CASES.name(), REBUILT), CaseList.CASES.shape());
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
