package casetrail.benchmarks;

import casetrail.events.wire.EventJson;
import casetrail.query.caselist.CaseList;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A new version of the case list built beside the one that is read, compared, cut over to, rolled back, cut over to again, and the old one
 * dropped, while people read and write over HTTP. What every answer was is counted.
 */
final class BlueGreen {

    private static final double NANOS_PER_SECOND = 1e9;

    /** How many pauses long is read before anything is measured: a server that has just started runs code that is not yet compiled. */
    private static final int WARM_UP_PAUSES = 3;

    /** So many more are looked at, because others may have registered cases, too. */
    private static final int BEYOND = 1_000;

    private static final String VIEW = CaseList.CASES.name().value();

    private final ServerProcess server;
    private final ServerProcess.Staff staff;
    private final Duration pause;
    private final ReadTally tally = new ReadTally();

    /** @param pause how long is read before, and after each step */
    BlueGreen(ServerProcess server, Duration pause) throws IOException {
        this.server = server;
        this.staff = server.staff();
        this.pause = pause;
    }

    /**
     * What came of it.
     *
     * @param cases when the new version was ordered
     * @param events in the log then
     * @param buildSeconds from the order until it was whole
     * @param compareSeconds from then until it was known to hold the same
     * @param reads by phase
     * @param failedReads without an answer, with another than 200, or with one that the reader knows to be wrong
     * @param failures the first of them
     * @param registered cases that were acknowledged
     * @param refused registrations that were not acknowledged
     * @param lost acknowledged cases that the list does not hold in the end
     */
    record Outcome(
            long cases,
            long events,
            double buildSeconds,
            double compareSeconds,
            Map<Phase, ReadTally.Reads> reads,
            long failedReads,
            List<String> failures,
            long registered,
            long refused,
            Set<String> lost) {

        double eventsPerSecond() {
            return events / buildSeconds;
        }

        /** Throws unless all went as it should. */
        void require() {
            if (failedReads > 0 || refused > 0 || !lost.isEmpty()) {
                throw new IllegalStateException("%d reads failed %s, %d registrations were refused, lost: %s"
                        .formatted(failedReads, failures, refused, lost));
            }
        }
    }

    private record Built(int from, int to, long cases, long events, double buildSeconds, double compareSeconds) {}

    /** Returns when all is done, whether it went well or not. */
    Outcome run() throws IOException, InterruptedException {
        var orders = new ViewOrders(server, VIEW);
        var registered = new Registered(known(orders));
        Built built;
        ReadWriteLoad load;
        try (var running = ReadWriteLoad.start(server, staff, tally, registered)) {
            load = running;
            TimeUnit.NANOSECONDS.sleep(WARM_UP_PAUSES * pause.toNanos());
            tally.enter(Phase.CALM);
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            built = build(orders, registered);
            turn(orders, built.from(), built.to());
            if (load.isShort()) {
                throw new IOException("somebody of the load has stopped working");
            }
        }
        return outcome(built, registered, load.refused(), lost(registered));
    }

    /** Once the server has views, and they hold the whole log. */
    private Registered.Known known(ViewOrders orders) throws IOException, InterruptedException {
        var whole = active(orders.until(
                s -> s.path("active").isInt() && active(s).path("lag").asLong() == 0));
        long last = whole.path("next").asLong() - 1;
        try (var line = new Line(server.url())) {
            var counted = line.get("/api/counts?by=state&at-least-position=" + last, staff.supervisor());
            return new Registered.Known(last, ReadMixture.cases(counted));
        }
    }

    private static JsonNode active(JsonNode state) {
        return ViewOrders.version(state, state.path("active").asInt());
    }

    private Built build(ViewOrders orders, Registered registered) throws IOException, InterruptedException {
        var before = orders.state();
        int from = before.path("active").asInt();
        var known = registered.known();
        tally.enter(Phase.REBUILD);
        long begin = System.nanoTime();
        int to = orders.rebuild();
        orders.until(s -> ViewOrders.isWhole(ViewOrders.version(s, to)));
        long whole = System.nanoTime();
        var compared = ViewOrders.version(
                orders.until(s -> ViewOrders.version(s, to).path("report").isObject()), to);
        long end = System.nanoTime();
        if (compared.path("report").path("notSame").asLong() != 0) {
            throw new IOException("the new version is not the same: " + compared.path("report"));
        }
        return new Built(
                from,
                to,
                known.cases(),
                known.position() + 1,
                (whole - begin) / NANOS_PER_SECOND,
                (end - whole) / NANOS_PER_SECOND);
    }

    /** There and back, and there again; then there is no way back. */
    private void turn(ViewOrders orders, int from, int to) throws IOException, InterruptedException {
        tally.enter(Phase.CUT_OVER);
        orders.cutOver(to);
        isRead(orders, to);
        orders.rollBack(from);
        isRead(orders, from);
        orders.cutOver(to);
        isRead(orders, to);
        orders.drop(from);
        orders.until(s -> s.path("versions").size() == 1);
        isRead(orders, to);
    }

    private void isRead(ViewOrders orders, int version) throws IOException, InterruptedException {
        orders.until(s -> s.path("active").asInt() == version);
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    }

    /** Acknowledged cases that are not in the list. */
    private Set<String> lost(Registered registered) throws IOException {
        var seen = new HashSet<String>();
        // The newest come first, so all of them stand before the cases that were there already.
        var path = "/api/cases?sort=opened&limit=200&at-least-position="
                + registered.known().position();
        try (var line = new Line(server.url())) {
            while (!path.isEmpty() && seen.size() < registered.count() + BEYOND) {
                var page = line.get(path, staff.supervisor());
                var ids = ReadMixture.ids(page);
                while (ids.find()) {
                    seen.add(ids.group(1));
                }
                path = EventJson.MAPPER.readTree(page.body()).path("next").asString("");
            }
        }
        return registered.without(seen);
    }

    private Outcome outcome(Built built, Registered registered, long refused, Set<String> lost) {
        var reads = new EnumMap<Phase, ReadTally.Reads>(Phase.class);
        for (var phase : Phase.values()) {
            reads.put(phase, tally.reads(phase));
        }
        return new Outcome(
                built.cases(),
                built.events(),
                built.buildSeconds(),
                built.compareSeconds(),
                reads,
                tally.failed(),
                tally.failures(),
                registered.count(),
                refused,
                lost);
    }
}
