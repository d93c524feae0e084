package casetrail.benchmarks;

import casetrail.ledger.ServingAccess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** How much memory is really in use, after a collection. */
final class Heap {

    private static final int CLIENTS = 8;
    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** Bytes that each of so many cases takes which a write side keeps in memory, each with the history of the load. */
    static long bytesPerCase(ServingAccess access, int cases) throws Exception {
        try (var side = new WriteSide(access, Clock.systemUTC(), "benchmark-heap");
                var workers = Executors.newFixedThreadPool(CLIENTS)) {
            carry(side, "first", CLIENTS, workers::invokeAll); // what is made once, whatever the number of cases
            long before = used();
            carry(side, "heap", cases, workers::invokeAll);
            return (used() - before) / cases;
        }
    }

    /** Runs all and answers when they are done. */
    private interface All {
        java.util.List<java.util.concurrent.Future<Void>> run(java.util.List<Callable<Void>> tasks)
                throws InterruptedException;
    }

    private static void carry(WriteSide side, String name, int cases, All all) throws Exception {
        var tasks = new ArrayList<Callable<Void>>();
        for (int i = 0; i < CLIENTS; i++) {
            var load = new CaseLoad(side.cases(), Clock.systemUTC(), name + "-" + i);
            int commands = cases / CLIENTS * CaseLoad.COMMANDS_PER_CASE;
            tasks.add(() -> {
                for (int done = 0; done < commands; done++) {
                    load.once();
                }
                return null;
            });
        }
        for (var future : all.run(tasks)) {
            future.get();
        }
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What is alive in another process, which collects for that. */
    static long liveBytes(long process) throws IOException, InterruptedException {
        var total = Jcmd.run(process, "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.strip().split("\\s+", -1)[2]);
    }
}
