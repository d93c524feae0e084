package casetrail.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/**
 * How much processor time all that take part have used so far; unlike the clock it hardly minds what else the machine does.
 *
 * @param server Casetrail's process
 * @param postmaster PostgreSQL's first process
 */
record Meter(long server, long postmaster) {

    /** Of this process with the clients, of Casetrail's process, and of PostgreSQL. */
    record Spent(long hereNanos, long serverNanos, long databaseNanos) {

        Spent since(Spent begin) {
            return new Spent(
                    hereNanos - begin.hereNanos, serverNanos - begin.serverNanos, databaseNanos - begin.databaseNanos);
        }
    }

    Spent now() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return new Spent(
                system.getProcessCpuTime(),
                ProcessHandle.of(server).map(Meter::nanos).orElse(0L),
                ProcessHandle.of(postmaster)
                        .map(first -> nanos(first)
                                + first.children().mapToLong(Meter::nanos).sum())
                        .orElse(0L));
    }

    private static long nanos(ProcessHandle process) {
        Optional<Duration> used = process.info().totalCpuDuration();
        return used.map(Duration::toNanos).orElse(0L);
    }
}
