package casetrail.views.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.events.wire.UnknownEvent;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.InMemoryEventLog;
import casetrail.views.Order;
import casetrail.views.PassingLog;
import casetrail.views.Question;
import casetrail.views.Tally;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.Overtaken;
import casetrail.views.store.Parked;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewTable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final MemoryViewStore store = new MemoryViewStore();
    private final AtomicBoolean healed = new AtomicBoolean();
    private final View<Tally> view = Tally.view(healed);
    private final ViewVersion version = new ViewVersion(view.name(), 1);
    private ViewTable table;

    @BeforeEach
    void create() {
        store.create(version, view.revision(), view.shape());
        table = store.table(version, view.shape());
        table.finish(0);
    }

    @Test
    void every_event_is_counted_in_once_whatever_the_feed_goes_through() {
        long seed = System.nanoTime();
        System.getLogger(FeedTest.class.getName()).log(System.Logger.Level.INFO, "seed {0}", seed);
        var random = new Random(seed);
        var expected = new HashMap<StreamId, String>();
        for (int round = 0; round < 5; round++) {
            try (var feed = started("one")) {
                for (int i = 0; i < 200; i++) {
                    append(random.nextInt(40), i, expected);
                }
                if (round == 2) {
                    log.breakDown(true);
                    log.breakDown(false);
                }
                awaitCaughtUp();
                assertThat(feed.stoppedBy()).isEmpty();
            }
            append(7, 1_000 + round, expected);
        }
        store.forget("one");
        try (var feed = started("two")) {
            awaitCaughtUp();
            assertThat(feed.stoppedBy()).isEmpty();
        }
        assertThat(trails()).isEqualTo(expected);
    }

    @Test
    void an_event_that_cannot_be_folded_parks_its_stream_and_no_other() {
        log.append(Tally.stream(1), Tally.block(1));
        long at = log.append(Tally.stream(1), Tally.poison(2));
        log.append(Tally.stream(2), Tally.block(3));
        log.append(Tally.stream(1), Tally.block(4));
        try (var feed = started("one")) {
            awaitCaughtUp();
            log.append(Tally.stream(1), Tally.block(5));
            log.append(Tally.stream(2), Tally.block(6));
            awaitCaughtUp();
            assertThat(feed.stoppedBy()).isEmpty();
        }
        assertThat(trails()).isEqualTo(Map.of(Tally.stream(1), "1.", Tally.stream(2), "3.6."));
        var parked = table.parked(Tally.stream(1), 10);
        assertThat(parked).extracting(Parked::sequence).containsExactly(1L, 2L, 3L);
        assertThat(parked.getFirst().position()).isEqualTo(at);
        assertThat(parked.getFirst().error()).isEqualTo("IllegalStateException: poisoned");
        assertThat(parked).extracting(Parked::error).filteredOn(e -> e == null).hasSize(2);
    }

    @Test
    void a_parked_stream_heals_when_its_event_can_be_folded() {
        log.append(Tally.stream(1), Tally.poison(1));
        log.append(Tally.stream(1), Tally.block(2));
        try (var feed = started("one")) {
            awaitCaughtUp();
            assertThat(table.wish(Tally.stream(1), 0, Parked.Wish.RETRY)).isTrue();
            await().until(() -> table.parkedStreams(Optional.empty(), true, 10).isEmpty());
            assertThat(table.parked(Tally.stream(1), 10)).as("still poisoned").hasSize(2);

            healed.set(true);
            assertThat(table.wish(Tally.stream(1), 0, Parked.Wish.RETRY)).isTrue();
            await().until(() -> table.parkedCount() == 0);
            log.append(Tally.stream(1), Tally.block(3));
            awaitCaughtUp();
            assertThat(feed.stoppedBy()).isEmpty();
        }
        assertThat(trails()).isEqualTo(Map.of(Tally.stream(1), "1.2.3."));
    }

    @Test
    void an_evicted_event_is_left_out_and_those_behind_it_are_not() {
        log.append(Tally.stream(1), Tally.block(1));
        log.append(Tally.stream(1), Tally.poison(2));
        log.append(Tally.stream(1), Tally.block(3));
        try (var feed = started("one")) {
            awaitCaughtUp();
            assertThat(table.wish(Tally.stream(1), 1, Parked.Wish.EVICT)).isTrue();
            await().until(() -> table.parkedCount() == 0);
            log.append(Tally.stream(1), Tally.block(4));
            awaitCaughtUp();
            assertThat(feed.stoppedBy()).isEmpty();
        }
        assertThat(trails()).isEqualTo(Map.of(Tally.stream(1), "1.3.4."));
    }

    @Test
    void an_evicted_first_event_waits_for_the_next_one_and_is_left_out() {
        log.append(Tally.stream(1), Tally.poison(1));
        try (var feed = started("one")) {
            awaitCaughtUp();
            assertThat(feed.stoppedBy()).isEmpty();
        }
        store.forget("one");
        assertThat(table.wish(Tally.stream(1), 0, Parked.Wish.EVICT)).isTrue();
        var holdings = new Holdings(table, member("two"));
        holdings.refresh();
        new ParkedWishes<>(view, table, log, STORED, holdings).fulfil();
        holdings.releaseAll();
        store.forget("two");
        try (var feed = started("three")) {
            for (int first = 2; first <= 3; first++) {
                log.append(Tally.stream(1), Tally.block(first));
                awaitCaughtUp();
                await().until(() -> table.parkedCount() == 0 || feed.stoppedBy().isPresent());
            }
            assertThat(feed.stoppedBy()).isEmpty();
        }
        assertThat(trails()).isEqualTo(Map.of(Tally.stream(1), "2.3."));
    }

    @Test
    void a_document_that_cannot_be_written_parks_the_event_at_fault() {
        log.append(Tally.stream(1), Tally.block(1));
        log.append(Tally.stream(1), Tally.block(Tally.UNWRITABLE));
        log.append(Tally.stream(1), Tally.block(2));
        try (var feed = started("one")) {
            awaitCaughtUp();
            assertThat(feed.stoppedBy()).isEmpty();
        }
        assertThat(trails()).isEqualTo(Map.of(Tally.stream(1), "1."));
        assertThat(table.parked(Tally.stream(1), 10))
                .extracting(Parked::sequence)
                .containsExactly(1L, 2L);
        assertThat(table.parked(Tally.stream(1), 1).getFirst().error()).isEqualTo("IllegalStateException: unwritable");
    }

    @Test
    void a_missing_event_stops_the_feed_and_nothing_of_the_batch_is_written() {
        log.append(Tally.stream(1), Tally.block(1));
        var holed = new HoledLog(log, 1);
        log.append(Tally.stream(1), Tally.block(2));
        log.append(Tally.stream(1), Tally.block(3));
        log.append(Tally.stream(2), Tally.block(4));
        try (var feed = new Feed<>(view, version, table, holed, STORED, member("one"), FeedTold.NOBODY)) {
            feed.start();
            await().until(() -> feed.stoppedBy().isPresent());
            assertThat(feed.stoppedBy().orElseThrow())
                    .isInstanceOf(Gap.class)
                    .hasMessageContaining("numbers-1 up to sequence 0 and met 2 at position 2");
        }
        assertThat(trails()).isEmpty();
        assertThat(table.segments()).extracting(Segment::next).containsOnly(0L);
    }

    @Test
    void an_event_of_a_newer_program_stops_the_feed_and_parks_nothing() {
        log.append(Tally.stream(1), "numbers.from-the-future", 1, "{}".getBytes(StandardCharsets.UTF_8));
        try (var feed = started("one")) {
            await().until(() -> feed.stoppedBy().isPresent());
            assertThat(feed.stoppedBy().orElseThrow()).isInstanceOf(UnknownEvent.class);
        }
        assertThat(table.parkedCount()).isZero();
    }

    @Test
    void members_share_the_segments_and_take_over_those_of_a_dead_one() {
        var nanos = new long[1];
        var one = new Membership(store, "one", () -> nanos[0]);
        var two = new Membership(store, "two", () -> nanos[0]);
        one.beat();
        var ofOne = new Holdings(table, one);
        ofOne.refresh();
        assertThat(ofOne.count()).isEqualTo(Segment.COUNT);

        two.beat();
        one.beat();
        ofOne.refresh();
        var ofTwo = new Holdings(table, two);
        ofTwo.refresh();
        assertThat(List.of(ofOne.count(), ofTwo.count())).containsExactly(8, 8);

        for (int i = 0; i < 8; i++) {
            nanos[0] += Membership.BEAT.toNanos();
            two.beat();
        }
        assertThat(two.isAlive("one")).isFalse();
        ofTwo.refresh();
        assertThat(ofTwo.count()).isEqualTo(Segment.COUNT);
        var advances = ofOne.advances(5);
        assertThat(advances).hasSize(8);
        assertThatThrownBy(() -> table.save(Batch.of(List.of(), advances))).isInstanceOf(Overtaken.class);
    }

    @Test
    void a_feed_that_ends_gives_its_segments_back_at_once() {
        try (var feed = started("one")) {
            awaitCaughtUp();
            await().until(() -> table.segments().stream().allMatch(s -> "one".equals(s.owner())));
            assertThat(feed.stoppedBy()).isEmpty();
        }
        assertThat(table.segments()).extracting(Segment::owner).containsOnlyNulls();
    }

    private void append(int stream, int first, Map<StreamId, String> expected) {
        log.append(Tally.stream(stream), Tally.block(first));
        expected.merge(Tally.stream(stream), first + ".", String::concat);
    }

    private Feed<Tally> started(String name) {
        var feed = new Feed<>(view, version, table, log, STORED, member(name), FeedTold.NOBODY);
        feed.start();
        return feed;
    }

    private Membership member(String name) {
        var member = new Membership(store, name, System::nanoTime);
        member.beat();
        return member;
    }

    private void awaitCaughtUp() {
        await().until(() -> table.segments().stream().allMatch(s -> s.next() >= log.end()));
    }

    private Map<StreamId, String> trails() {
        return table.find(new Question(Condition.everything(), Order.BY_STREAM, null, Question.LIMIT_MAX)).stream()
                .collect(Collectors.toMap(
                        Document::stream, d -> view.form().read(d.json()).trail()));
    }

    /** Leaves one position out, as no log may. */
    private static final class HoledLog extends PassingLog {
        private final long hole;

        HoledLog(InMemoryEventLog log, long hole) {
            super(log);
            this.hole = hole;
        }

        @Override
        public List<StoredEvent> readFamily(String family, long from, int max) {
            return super.readFamily(family, from, max).stream()
                    .filter(e -> e.position() != hole)
                    .toList();
        }
    }
}
