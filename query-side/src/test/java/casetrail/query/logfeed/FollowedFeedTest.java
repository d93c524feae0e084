package casetrail.query.logfeed;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseEvent;
import casetrail.events.wire.EventJson;
import casetrail.query.MemoryLog;
import casetrail.query.Samples;
import casetrail.query.logfeed.FeedLines.Ending;
import casetrail.query.logfeed.FeedLines.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowedFeedTest {

    private static final FeedQuery FOLLOW =
            new FeedQuery(0, List.of(), null, null, Long.MAX_VALUE, true, FeedRights.of(Role.AUDITOR));

    private final MemoryLog log = new MemoryLog();
    private final AtomicReference<Optional<Ending>> ending = new AtomicReference<>(Optional.empty());
    private final CountDownLatch gone = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        ending.set(Optional.of(Ending.SHUTDOWN));
        for (var thread : threads) {
            thread.interrupt();
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void a_follower_wakes_for_every_event_and_marks_each_end() {
        var reader = new Taken();
        open(reader);
        Awaitility.await().until(() -> reader.text().contains("{\"endOfLog\":true,\"next\":0}"));

        append("case-1");
        Awaitility.await().until(() -> reader.text().contains("\"endOfLog\":true,\"next\":1"));
        append("case-1");
        Awaitility.await().until(() -> reader.text().contains("\"endOfLog\":true,\"next\":2"));

        assertThat(reader.positions()).containsExactly(0L, 1L);
    }

    @Test
    void a_revoked_reader_hears_why_the_feed_ends() {
        var reader = new Taken();
        open(reader);
        Awaitility.await().until(() -> reader.text().contains("endOfLog"));

        ending.set(Optional.of(Ending.REVOKED));

        Awaitility.await().until(() -> reader.text().endsWith("{\"ended\":\"REVOKED\",\"next\":0}\n"));
        Awaitility.await().until(() -> !threads.getFirst().isAlive());
    }

    @Test
    void every_position_is_seen_once_and_in_order_while_many_write() throws InterruptedException {
        int writers = 8;
        int each = Boolean.getBoolean("casetrail.full") ? 10_000 : 1_000;
        long seed = Long.getLong("casetrail.seed", 20261123);
        System.out.printf("followed feed: %d writers of %d events, 3 readers, seed %d%n", writers, each, seed);
        var readers = List.of(new Taken(), new Taken(), new Taken());
        readers.forEach(this::open);
        var done = new CountDownLatch(writers);
        for (int w = 0; w < writers; w++) {
            var random = new Random(seed + w);
            thread(() -> {
                for (int i = 0; i < each; i++) {
                    append("case-" + random.nextInt(50));
                }
                done.countDown();
            });
        }
        assertThat(done.await(120, TimeUnit.SECONDS)).isTrue();

        long all = (long) writers * each;
        for (var reader : readers) {
            Awaitility.await()
                    .atMost(120, TimeUnit.SECONDS)
                    .until(() -> reader.tail().endsWith("}\n") && reader.tail().contains("\"next\":" + all));
            var positions = reader.positions();
            assertThat(positions).hasSize((int) all);
            for (int i = 0; i < all; i++) {
                assertThat(positions.get(i)).isEqualTo(i);
            }
        }
    }

    @Test
    void a_reader_who_takes_nothing_stops_the_reading_of_the_log() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            append("case-1");
        }
        var reader = new Stuck();
        open(reader);
        assertThat(reader.stuck.await(30, TimeUnit.SECONDS)).isTrue();
        int reads = log.reads.get();

        for (int i = 0; i < 20_000; i++) {
            append("case-1");
        }

        assertThat(reader.stuck.getCount()).isZero();
        assertThat(reader.offered).isLessThanOrEqualTo(ByteLines.BUFFER);
        assertThat(log.reads.get()).isEqualTo(reads).isEqualTo(1);
        reader.goOn.release();
        assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void open(OutputStream reader) {
        var feed = new Feed(log, new RestrictedCases(log), FOLLOW, new FeedLines(reader, Form.NDJSON), ending::get);
        thread(() -> {
            try {
                feed.run();
            } catch (IOException e) {
                gone.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void thread(Runnable work) {
        var thread = new Thread(work);
        threads.add(thread);
        thread.start();
    }

    private void append(String stream) {
        log.append(
                new StreamId(stream),
                Samples.NOON,
                Samples.envelope(Samples.actor(Role.SHIFT_LEADER, null), Samples.NOON),
                new CaseEvent.CaseVoided(Samples.of(CaseEvent.CaseVoided.class).caseId()));
    }

    /** A reader who takes everything at once. */
    private static final class Taken extends OutputStream {
        private static final int TAIL_BYTES = 200;

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private byte[] tail = {};

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            taken.write(bytes, from, length);
            var longer = Arrays.copyOf(tail, tail.length + length);
            System.arraycopy(bytes, from, longer, tail.length, length);
            tail = Arrays.copyOfRange(longer, Math.max(0, longer.length - TAIL_BYTES), longer.length);
        }

        synchronized String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }

        /** The end of it, without decoding all the rest each time that somebody looks. */
        synchronized String tail() {
            return new String(tail, StandardCharsets.UTF_8);
        }

        List<Long> positions() {
            return text().lines()
                    .filter(line -> line.startsWith("{\"position\":"))
                    .map(line -> EventJson.MAPPER.readTree(line).get("position").asLong())
                    .toList();
        }
    }

    /** A reader who takes nothing until told so. */
    private static final class Stuck extends OutputStream {
        final CountDownLatch stuck = new CountDownLatch(1);
        final Semaphore goOn = new Semaphore(0);
        volatile int offered;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            offered = length;
            stuck.countDown();
            try {
                goOn.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("gone");
        }
    }
}
