package casetrail.benchmarks;

import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Clients that register a case and, as soon as that is acknowledged, ask a view that has to hold it. How long the answer takes is how far
 * the view is behind, and what asking costs while others work; the same question without the position tells the second part.
 */
final class ReadBacks {

    private static final int CLIENTS = 4;

    /** One view, by a question that any of its cases answers. */
    enum Asked {
        CASE_LIST("case-list", "/api/cases?limit=1"),
        HANDLING_HISTORY("handling-history", "/api/units/ROADS/handling-history?limit=1");

        private final String view;
        private final String path;

        Asked(String view, String path) {
            this.view = view;
            this.path = path;
        }

        String view() {
            return view;
        }
    }

    private final Asked asked;
    private final ServerProcess server;
    private final ServerProcess.Staff staff;
    private final ConcurrentHistogram holding = new ConcurrentHistogram(3);
    private final ConcurrentHistogram any = new ConcurrentHistogram(3);
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    private ReadBacks(Asked asked, ServerProcess server) throws IOException {
        this.asked = asked;
        this.server = server;
        this.staff = server.staff();
    }

    static ReadBacks start(Asked asked, ServerProcess server) throws IOException {
        var started = new ReadBacks(asked, server);
        for (int i = 0; i < CLIENTS; i++) {
            var name = "read-back-%s-%d-%d".formatted(asked.view, i, System.nanoTime());
            started.threads.add(Thread.ofPlatform().daemon().start(() -> started.work(name)));
        }
        return started;
    }

    /** Milliseconds until an answer that holds what was just acknowledged. */
    double holdingMillis(double percentile) {
        return holding.getValueAtPercentile(percentile) / 1e3;
    }

    /** Milliseconds until any answer. */
    double anyMillis(double percentile) {
        return any.getValueAtPercentile(percentile) / 1e3;
    }

    long count() {
        return holding.getTotalCount();
    }

    /** Returns when every client has had its last answer; throws if one of them got none that it wanted. */
    void end() throws IOException, InterruptedException {
        ending.set(true);
        for (var thread : threads) {
            thread.join();
        }
        var e = failure.get();
        if (e != null) {
            throw new IOException("a client that reads back failed", e);
        }
    }

    private void work(String name) {
        try (var line = new Line(server.url())) {
            for (long n = 0; !ending.get(); n++) {
                var made = line.post("/api/cases", staff.gridMember(), name + "-" + n, Registrar.REPORT);
                require(made, 201);
                long position =
                        EventJson.MAPPER.readTree(made.body()).path("position").asLong();
                ask(line, asked.path + "&at-least-position=" + position, holding);
                ask(line, asked.path, any);
            }
        } catch (IOException | RuntimeException e) {
            failure.set(e);
        }
    }

    private void ask(Line line, String path, ConcurrentHistogram micros) throws IOException {
        long begin = System.nanoTime();
        require(line.get(path, staff.supervisor()), 200);
        micros.recordValue((System.nanoTime() - begin) / 1_000);
    }

    private static void require(HttpConnection.Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException("answered %d: %s".formatted(answer.status(), answer.body()));
        }
    }
}
