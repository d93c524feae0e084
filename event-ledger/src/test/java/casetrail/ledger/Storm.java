package casetrail.ledger;

import static casetrail.ledger.testing.TestEvents.bytes;
import static casetrail.ledger.testing.TestEvents.stream;

import casetrail.events.StreamId;
import casetrail.ledger.axon.EventIds;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Writers that append to streams of their own and to a few that all processes share, so that sequences collide; some wait, some
 * decide not to append at all. Runs until this process has appended its part.
 */
final class Storm {

    /** The stored name of the last event of every process. */
    static final String FINISHED = "case.finished";

    /** Shared by all processes: where conflicts come from. */
    private static final int SHARED_STREAMS = 8;

    /** Streams stay short, as those of cases do. */
    private static final int STREAM_EVENTS_MAX = 40;

    private final Ledger ledger;
    private final String name;
    private final int writers;
    private final long part;
    private final long seed;
    private final AtomicLong appended = new AtomicLong();

    Storm(Ledger ledger, String name, int writers, long part, long seed) {
        this.ledger = ledger;
        this.name = name;
        this.writers = writers;
        this.part = part;
        this.seed = seed;
    }

    /** How many events this process has appended, its final one included. */
    long run() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (int writer = 0; writer < writers; writer++) {
                tasks.add(new Writer(writer));
            }
            for (var writer : threads.invokeAll(tasks)) {
                writer.get();
            }
        }
        var last = new NewEvent(
                UUID.fromString(new EventIds().generateIdentifier()), FINISHED, 1, bytes("{}"), bytes("{}"));
        ledger.append(new Append(stream("finished-" + name), 0, List.of(last)));
        return appended.incrementAndGet();
    }

    private final class Writer implements Callable<Integer> {

        private final EventIds ids = new EventIds();
        private final RandomGenerator random;
        private final int number;
        private int streams;
        private StreamId own;
        private long ownLength;

        Writer(int number) {
            this.number = number;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000 + number);
            this.own = stream(name + "." + number + ".0");
        }

        @Override
        public Integer call() {
            while (appended.get() < part) {
                // What is left of the hundred is a refusal: something was decided and nothing comes of it.
                int dice = random.nextInt(100);
                if (dice < 3) {
                    LockSupport.parkNanos(random.nextInt(2_000_000));
                } else if (dice < 9) {
                    collide();
                } else if (dice < 97) {
                    appendToOwn();
                }
            }
            return streams;
        }

        private void appendToOwn() {
            int count = 1 + random.nextInt(4);
            ledger.append(append(own, ownLength, count));
            appended.addAndGet(count);
            ownLength += count;
            if (ownLength > STREAM_EVENTS_MAX) {
                own = stream(name + "." + number + "." + ++streams);
                ownLength = 0;
            }
        }

        private void collide() {
            var shared = stream("shared-" + random.nextInt(SHARED_STREAMS));
            long length = ledger.lastSequence(shared).orElse(-1) + 1;
            try {
                ledger.append(append(shared, length, 1));
                appended.incrementAndGet();
            } catch (SequenceConflict e) {
                // Somebody was faster, as is meant to happen; nothing of it may be in the log.
            }
        }

        private Append append(StreamId to, long first, int count) {
            List<NewEvent> events = IntStream.range(0, count)
                    .mapToObj(i -> new NewEvent(
                            UUID.fromString(ids.generateIdentifier()),
                            "case.tested",
                            1,
                            bytes("{\"writer\":\"" + name + "." + number + "\"}"),
                            bytes("{\"to\":\"" + to + "\",\"sequence\":" + (first + i) + "}")))
                    .toList();
            return new Append(to, first, events);
        }
    }
}
