package casetrail.benchmarks;

import java.lang.management.ManagementFactory;

/** How much memory is really in use. */
final class Heap {

    private static final long MEBIBYTE = 1 << 20;

    private Heap() {}

    static long usedMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }
}
