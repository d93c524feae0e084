package casetrail.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The scenarios, one after the other, on one database server. */
final class Suite {

    private static final String BELOW = "Casetrail below HTTP";
    private static final String OVER = "Casetrail over HTTP";

    /** Sizes of a shared pool that are tried for the baseline; the best is kept. */
    private static final List<Integer> POOLS = List.of(8, 16, 32);

    /** As many rows as an import works on at once. */
    private static final int IMPORT_CLIENTS = casetrail.standalone.imports.ImportOrder.ROWS_IN_FLIGHT;

    private final Plan plan;
    private final Report report;
    private Meter meter = new Meter(0, 0);
    private final Map<String, Double> figures = new LinkedHashMap<>();

    Suite(Plan plan, Report report) {
        this.plan = plan;
        this.report = report;
    }

    /** Every figure that went into the report, by what it is. */
    Map<String, Double> run() throws Exception {
        try (var stand = Stand.in(plan.directory().resolve("database"))) {
            report.line("Measured with `benchmarks/run`, everything in one run on one machine:\n");
            for (var fact : Machine.facts(stand, plan)) {
                report.line(fact);
            }
            report.line(String.format(
                    Locale.ROOT,
                    "- each figure the median of %d rounds of %.1f s in which all take turns, after %.1f s unmeasured",
                    plan.rounds(),
                    plan.measured().toMillis() / 1e3,
                    plan.warmUp().toMillis() / 1e3));
            try (var side = new WriteSide(stand.below(), Clock.systemUTC(), "benchmark-1");
                    var server = ServerProcess.start(plan.directory().resolve("server"), stand)) {
                run(stand, side, server);
            }
        }
        return figures;
    }

    private void run(Stand stand, WriteSide side, ServerProcess server) throws Exception {
        var below = new Contender(
                BELOW,
                n -> new CaseLoad(side.cases(), Clock.systemUTC(), "client-%d-%d".formatted(n, System.nanoTime())));
        var staff = server.staff();
        var over = new Contender(
                OVER,
                n -> new HttpCaseLoad(
                        new HttpConnection(server.url()), staff, "client-%d-%d".formatted(n, System.nanoTime())));
        meter = new Meter(server.pid(), stand.postmaster());
        below.run(Plan.PROFILED_CLIENTS, plan.forWarmUp(), meter);
        over.run(Plan.PROFILED_CLIENTS, plan.forWarmUp(), meter);
        var sizes = stand.sizes(Stand.OVER);
        var jdbc = new PlainJdbc(stand.adminUrl(Stand.BELOW), sizes);
        jdbc.prepare();
        int pool = bestPool(jdbc);
        report.line("- an event has %d bytes of envelope and %d of payload, as over HTTP; the baseline writes as many"
                .formatted(sizes.envelope(), sizes.payload()));
        report.line("- the shared pool has %d connections, the best of %s at %d clients"
                .formatted(pool, POOLS, Plan.PROFILED_CLIENTS));
        try (var connections = jdbc.pool(pool)) {
            var baselines = List.of(jdbc.connectionEach(), connections.contender());
            commands(baselines, List.of(below, over));
            reads(stand, side, server);
            imports(baselines, server);
        }
        heap(stand, server);
        profiles(below, over, server);
    }

    private int bestPool(PlainJdbc jdbc) throws Exception {
        jdbc.connectionEach().run(Plan.PROFILED_CLIENTS, plan, meter);
        int best = 0;
        double most = 0;
        for (int size : POOLS) {
            try (var pool = jdbc.pool(size)) {
                double perSecond =
                        pool.contender().run(Plan.PROFILED_CLIENTS, plan, meter).perSecond();
                if (perSecond > most) {
                    most = perSecond;
                    best = size;
                }
            }
        }
        return best;
    }

    private void commands(List<Contender> baselines, List<Contender> ours) throws Exception {
        report.heading("Commands");
        report.line(
                "Each client waits for its answer before it asks again. The baseline is the better of the two. Processor time is that"
                        + " of the clients' process, which below HTTP is also Casetrail's, of the server over HTTP, and of PostgreSQL, for each"
                        + " command.\n");
        report.line(
                "| what | clients | commands/s | p50 ms | p99 ms | times the baseline | processor µs: clients | server | PostgreSQL |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        var all = new ArrayList<>(baselines);
        all.addAll(ours);
        for (int clients : plan.clients()) {
            var medians = Contender.medians(all, clients, plan, meter);
            var baseline = best(medians.subList(0, baselines.size()));
            for (var figure : medians) {
                report.line(figure.row(baseline));
                figures.put("%s, %d clients".formatted(figure.what(), clients), figure.perSecond());
            }
        }
    }

    private static Figure best(List<Figure> baselines) {
        return baselines.stream()
                .max(Comparator.comparingDouble(Figure::perSecond))
                .orElseThrow();
    }

    private void reads(Stand stand, WriteSide side, ServerProcess server) throws Exception {
        report.heading("Reading");
        report.line("One reader, at most %,d events, from the beginning.\n".formatted(plan.readEvents()));
        var belowUrl = stand.adminUrl(Stand.BELOW);
        var overUrl = stand.adminUrl(Stand.OVER);
        var streams = Reads.streams(side.ledger());
        rates(List.of(
                new Reads.Named("plain ordered read", () -> Reads.plain(belowUrl, plan.readEvents())),
                new Reads.Named("the log through its port", () -> Reads.pages(side.ledger(), plan.readEvents()))));
        rates(List.of(
                new Reads.Named(
                        "plain ordered read of the server's log", () -> Reads.plain(overUrl, plan.readEvents())),
                new Reads.Named("`GET /api/log` as NDJSON", () -> Reads.feed(server, plan.readEvents()))));
        rates(List.of(
                new Reads.Named(
                        "plain read of %,d streams, one by one".formatted(streams.size()),
                        () -> Reads.plainStreams(belowUrl, streams)),
                new Reads.Named(
                        "the same streams through the log's port", () -> Reads.wholeStreams(side.ledger(), streams))));
    }

    /** The first is the baseline of the others. */
    private void rates(List<Reads.Named> readings) throws Exception {
        report.line("\n| reading | events/s | times the baseline |\n|---|---:|---:|");
        var rates = Reads.medians(readings, plan.rounds());
        for (var rate : rates) {
            double times = rate.perSecond() / rates.getFirst().perSecond();
            report.line(String.format(Locale.ROOT, "| %s | %,.0f | %.2f |", rate.name(), rate.perSecond(), times));
            figures.put(rate.name(), rate.perSecond());
        }
    }

    private void imports(List<Contender> baselines, ServerProcess server) throws Exception {
        Path directory = Files.createDirectories(plan.directory().resolve("import"));
        // One more than is measured: the first one also introduces the people of the foreign city.
        var slices = BostonSlices.in(directory, plan.importFile(), plan.rounds() + 1, plan.importRows());
        ImportRate.of(server, slices.getFirst());
        var rates = new ArrayList<ImportRate>();
        var plain = new ArrayList<Double>();
        for (var slice : slices.subList(1, slices.size())) {
            var round = new ArrayList<Figure>();
            for (var baseline : baselines) {
                round.add(baseline.run(IMPORT_CLIENTS, plan, meter));
            }
            plain.add(best(round).perSecond());
            rates.add(ImportRate.of(server, slice));
        }
        report.heading("Import");
        report.line("%,d rows a round, %s; the plain load has as many clients as an import has rows in flight (%d).\n"
                .formatted(
                        plan.importRows(),
                        plan.importFile().isPresent() ? "of Boston's file" : "made up in Boston's layout",
                        IMPORT_CLIENTS));
        double baseline = Figure.median(plain, Double::doubleValue);
        double events = Figure.median(rates, ImportRate::eventsPerSecond);
        double rows = Figure.median(rates, ImportRate::rowsPerSecond);
        report.line("| what | rows/s | events/s | times the baseline |\n|---|---:|---:|---:|");
        report.line(String.format(Locale.ROOT, "| plain JDBC load + insert + commit | | %,.0f | 1.00 |", baseline));
        report.line(String.format(
                Locale.ROOT, "| `casetrail import` | %,.0f | %,.0f | %.2f |", rows, events, events / baseline));
        figures.put("import rows", rows);
        figures.put("import events", events);
    }

    private void heap(Stand stand, ServerProcess server) throws Exception {
        long perCase = Heap.bytesPerCase(stand.below(), plan.heapCases());
        long live = Heap.liveBytes(server.pid());
        report.heading("Heap");
        report.line("- a case in the aggregate cache: %,d bytes (%,d cases of %d events each)"
                .formatted(perCase, plan.heapCases(), CaseLoad.COMMANDS_PER_CASE));
        report.line(
                "- alive in the server's process after all of the above: %,d MiB (its cache keeps at most %,d cases)"
                        .formatted(live >> 20, casetrail.ledger.axon.AxonWiring.Builder.CACHED_AGGREGATES));
        figures.put("bytes of a case", (double) perCase);
        figures.put("bytes of the server", (double) live);
    }

    /** Runs of their own, so that the recorder slows no figure down. */
    private void profiles(Contender below, Contender over, ServerProcess server) throws Exception {
        report.heading("What limits it");
        profile(below, ProcessHandle.current().pid(), plan.directory().resolve("below.jfr"));
        profile(over, server.pid(), plan.directory().resolve("over.jfr"));
    }

    private void profile(Contender contender, long process, Path file) throws Exception {
        var profile = Profile.of(process, file, () -> contender.run(Plan.PROFILED_CLIENTS, plan, meter));
        report.line("\n### %s, %d clients\n".formatted(contender.name(), Plan.PROFILED_CLIENTS));
        for (var line : profile.lines()) {
            report.line(line);
        }
    }
}
