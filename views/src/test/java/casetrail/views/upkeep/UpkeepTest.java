package casetrail.views.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.events.views.ViewEvent;
import casetrail.events.views.ViewName;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.InMemoryEventLog;
import casetrail.views.PassingLog;
import casetrail.views.Tally;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.feed.FeedTold;
import casetrail.views.rebuild.EquivalenceReport;
import casetrail.views.rebuild.Progress;
import casetrail.views.store.Building;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.PassingViewStore;
import casetrail.views.store.ViewsUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpkeepTest {

    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final MemoryViewStore store = new MemoryViewStore();
    private final View<Tally> view = Tally.view(new AtomicBoolean());
    private final ViewName name = view.name();

    @Test
    void what_is_missing_is_built_and_follows_the_log() {
        log.append(Tally.stream(1), Tally.block(1));
        try (var upkeep = keep(view, "one")) {
            awaitActive(upkeep, 1);
            log.append(Tally.stream(2), Tally.block(2));
            await().until(() -> upkeep.counted(name) == log.end());
            assertThat(upkeep.active(view).count(Condition.everything())).isEqualTo(2);
            assertThat(upkeep.states().getFirst().asksForRebuild()).isFalse();
        }
    }

    @Test
    void nothing_is_read_before_something_is_whole() {
        store.create(new ViewVersion(name, 1), 1, view.shape());
        log.breakDown(true);
        try (var upkeep = keep(view, "one")) {
            assertThatThrownBy(() -> upkeep.active(view)).isInstanceOf(ViewsUnavailable.class);
        }
    }

    @Test
    void nothing_is_read_before_it_is_known_what_was_decided() {
        for (int number = 1; number <= 2; number++) {
            var version = new ViewVersion(name, number);
            store.create(version, view.revision(), view.shape());
            store.table(version, view.shape()).finish(0);
        }
        log.append(name.stream(), new ViewEvent.ViewCutOver(name, 1, 2, 0, 0));
        log.breakDown(true);
        try (var upkeep = keep(view, "one")) {
            await().until(() -> store.beats().getOrDefault("one", 0L) > 2);
            assertThatThrownBy(() -> upkeep.active(view)).isInstanceOf(ViewsUnavailable.class);
            log.breakDown(false);
            awaitActive(upkeep, 2);
        }
    }

    @Test
    void another_version_is_read_when_that_was_decided_and_the_old_one_goes_when_that_was() {
        log.append(Tally.stream(1), Tally.block(1));
        try (var upkeep = keep(view, "one")) {
            awaitActive(upkeep, 1);
            log.append(name.stream(), new ViewEvent.ViewRebuildOrdered(name, 2));
            await().until(() -> wholeVersions().equals(List.of(1, 2)));
            awaitActive(upkeep, 1);
            await().until(() -> reportOf(upkeep, 2) != null);
            assertThat(Objects.requireNonNull(reportOf(upkeep, 2)).compared()).isEqualTo(1);
            assertThat(Objects.requireNonNull(reportOf(upkeep, 2)).notSame()).isZero();

            log.append(name.stream(), new ViewEvent.ViewCutOver(name, 1, 2, 1, 0));
            awaitActive(upkeep, 2);
            log.append(name.stream(), new ViewEvent.ViewRolledBack(name, 2, 1));
            awaitActive(upkeep, 1);
            log.append(name.stream(), new ViewEvent.ViewCutOver(name, 1, 2, 1, 0));
            log.append(name.stream(), new ViewEvent.ViewVersionDropped(name, 1));
            await().until(() -> wholeVersions().equals(List.of(2)));
            awaitActive(upkeep, 2);

            log.append(Tally.stream(1), Tally.block(2));
            await().until(() -> upkeep.counted(name) == log.end());
            log.append(name.stream(), new ViewEvent.ViewRebuildOrdered(name, 3));
            await().until(() -> wholeVersions().equals(List.of(2, 3)));
        }
    }

    @Test
    void a_building_whose_builder_is_dead_is_begun_anew_under_another_number() {
        log.append(Tally.stream(1), Tally.block(1));
        var torn = new ViewVersion(name, 1);
        store.create(torn, 1, view.shape());
        var table = store.table(torn, view.shape());
        assertThat(table.take(0, table.segments().getFirst().epoch(), "dead")).isTrue();
        table.fill(List.of(new Document(Tally.stream(9), 4, new byte[] {'{', '}'}, Map.of())));
        try (var upkeep = keep(view, "one")) {
            awaitActive(upkeep, 2);
            assertThat(wholeVersions()).containsExactly(2);
            assertThat(upkeep.active(view).count(Condition.everything())).isEqualTo(1);
            await().until(() -> store.buildings().size() == 1);
        }
    }

    @Test
    void a_torn_building_that_cannot_be_taken_away_is_begun_anew_only_once() {
        log.append(Tally.stream(1), Tally.block(1));
        var torn = new ViewVersion(name, 1);
        var refusals = new AtomicInteger(1);
        var stubborn = new PassingViewStore(store) {
            @Override
            public void drop(ViewVersion version) {
                if (refusals.getAndDecrement() > 0) {
                    throw new ViewsUnavailable("somebody still reads it");
                }
                super.drop(version);
            }
        };
        store.create(torn, 1, view.shape());
        try (var upkeep =
                new Upkeep(List.of(view), stubborn, log, STORED, Clock.systemUTC(), "one", n -> FeedTold.NOBODY)) {
            awaitActive(upkeep, 2);
            await().atMost(PATIENCE).until(() -> refusals.get() < 0);
            assertThat(store.buildings()).extracting(Building::version).containsExactly(new ViewVersion(name, 2));
        }
    }

    @Test
    void a_building_that_is_dropped_ends_before_its_version_is_taken_away() {
        log.append(Tally.stream(1), Tally.block(1));
        var holding = new HoldingLog(log);
        try (var upkeep =
                new Upkeep(List.of(view), store, holding, STORED, Clock.systemUTC(), "one", n -> FeedTold.NOBODY)) {
            awaitActive(upkeep, 1);
            holding.hold = true;
            log.append(name.stream(), new ViewEvent.ViewRebuildOrdered(name, 2));
            await().until(() -> building(upkeep) != null);
            var builders = builders();
            assertThat(builders).isNotEmpty();

            log.append(name.stream(), new ViewEvent.ViewVersionDropped(name, 2));
            await().until(() -> store.buildings().size() == 1);
            assertThat(builders).noneMatch(Thread::isAlive);
            assertThat(building(upkeep)).isNull();
        }
    }

    @Test
    void a_view_whose_fold_has_changed_asks_to_be_built_anew_and_stands_still_until_then() {
        log.append(Tally.stream(1), Tally.block(1));
        try (var before = keep(view, "one")) {
            awaitActive(before, 1);
        }
        var changed = Tally.view(2, new AtomicBoolean(), 1);
        log.append(Tally.stream(1), Tally.block(2));
        try (var after = keep(changed, "two")) {
            awaitActive(after, 1);
            assertThat(after.states().getFirst().asksForRebuild()).isTrue();
            assertThat(after.counted(name)).isEqualTo(1);
            log.append(name.stream(), new ViewEvent.ViewRebuildOrdered(name, 2));
            await().until(() -> wholeVersions().equals(List.of(1, 2)));
            log.append(name.stream(), new ViewEvent.ViewCutOver(name, 1, 2, 1, 1));
            awaitActive(after, 2);
            await().until(() -> after.counted(name) == log.end());
            assertThat(after.states().getFirst().asksForRebuild()).isFalse();
        }
    }

    @Test
    void two_processes_share_the_work_and_one_goes_on_alone() {
        try (var one = keep(view, "one")) {
            try (var two = keep(view, "two")) {
                awaitActive(one, 1);
                await().until(() -> held(one) == 8 && held(two) == 8);
                log.append(Tally.stream(1), Tally.block(1));
                log.append(Tally.stream(2), Tally.block(2));
                await().until(() -> one.counted(name) == log.end());
            }
            await().until(() -> held(one) == 16);
        }
    }

    private @Nullable Progress building(Upkeep upkeep) {
        return upkeep.states().getFirst().versions().stream()
                .map(ViewState.Version::building)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<Thread> builders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("casetrail-rebuild-" + name))
                .toList();
    }

    /** Gives a whole rebuild nothing while it holds; what follows the log goes on. */
    private static final class HoldingLog extends PassingLog {
        volatile boolean hold;

        HoldingLog(InMemoryEventLog log) {
            super(log);
        }

        @Override
        public List<StoredEvent> readFamily(String family, long from, int max) {
            if (hold && from == 0 && family.equals("numbers")) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new LogUnavailable("interrupted", e);
                }
            }
            return super.readFamily(family, from, max);
        }
    }

    private static @Nullable EquivalenceReport reportOf(Upkeep upkeep, int number) {
        return upkeep.states().getFirst().versions().stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .map(ViewState.Version::report)
                .orElse(null);
    }

    private static int held(Upkeep upkeep) {
        var versions = upkeep.states().getFirst().versions();
        return versions.isEmpty() ? 0 : versions.getFirst().segmentsHeldHere();
    }

    private Upkeep keep(View<Tally> kept, String member) {
        return new Upkeep(List.of(kept), store, log, STORED, Clock.systemUTC(), member, n -> FeedTold.NOBODY);
    }

    private void awaitActive(Upkeep upkeep, int number) {
        await().until(() -> {
            var active = upkeep.states().getFirst().active();
            return active != null && active == number;
        });
    }

    private List<Integer> wholeVersions() {
        return store.buildings().stream()
                .filter(b -> b.phase() == Phase.FOLLOWING)
                .map(Building::version)
                .map(ViewVersion::number)
                .sorted()
                .toList();
    }
}
