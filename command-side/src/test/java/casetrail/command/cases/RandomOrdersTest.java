package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Envelope;
import casetrail.events.Recorded;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.wire.EventJson;
import casetrail.events.wire.EventNames;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is ordered, by whomever, in whatever order: the nine invariants hold. */
class RandomOrdersTest {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int ORDERS = FULL ? 1_000_000 : 30_000;
    private static final long SEED = Long.getLong("casetrail.seed", 20_261_123L);

    @Test
    void the_nine_invariants_hold_under_random_orders() {
        var walk = new CaseWalk(SEED);
        var states = EnumSet.noneOf(CaseStatus.class);
        var story = walk.story();
        var watch = new CaseInvariants();
        int seen = 0;
        for (int i = 0; i < ORDERS; i++) {
            var before = walk.story().state();
            var decision = walk.step();
            if (!walk.story().equals(story)) {
                story = walk.story();
                watch = new CaseInvariants();
                seen = 0;
            } else if (!(decision instanceof Decision.Accepted)) {
                assertThat(story.state())
                        .as("8: what is refused changes nothing")
                        .isEqualTo(before);
            }
            for (; seen < story.events().size(); seen++) {
                watch.see(story.events().get(seen));
            }
            watch.between(story.state());
            states.add(Objects.requireNonNull(story.state().status()));
        }
        System.err.printf(
                "RandomOrdersTest: %,d orders (%s size), %,d accepted, seed %d%n",
                ORDERS, FULL ? "full" : "small", walk.accepted(), SEED);
        assertThat(states).containsAll(EnumSet.complementOf(EnumSet.of(CaseStatus.SELF_RESOLVED)));
        assertThat(walk.accepted()).isGreaterThan(ORDERS / 5);
    }

    @Test
    void folding_in_two_parts_is_folding_at_once_and_every_replay_is_the_same() {
        var random = new Random(SEED);
        for (var events : streams(40)) {
            var whole = replayed(events);
            assertThat(replayed(events)).isEqualTo(whole);
            int cut = random.nextInt(events.size() + 1);
            var part = replayed(events.subList(0, cut));
            for (var event : events.subList(cut, events.size())) {
                part = CaseState.after(part, event);
            }
            assertThat(part).as("cut at %d, seed %d", cut, SEED).isEqualTo(whole);
        }
    }

    @Test
    void what_is_read_back_from_its_bytes_folds_to_the_same_state() {
        for (var events : streams(20)) {
            assertThat(replayed(events.stream().map(RandomOrdersTest::stored).toList()))
                    .isEqualTo(replayed(events));
        }
    }

    private static List<List<Recorded<CaseEvent>>> streams(int count) {
        var walk = new CaseWalk(SEED);
        var stories = new HashSet<Story>();
        while (stories.size() < count) {
            walk.step();
            stories.add(walk.story());
        }
        return stories.stream().map(Story::events).toList();
    }

    private static CaseState replayed(List<Recorded<CaseEvent>> events) {
        var state = CaseState.NONE;
        for (var event : events) {
            state = CaseState.after(state, event);
        }
        return state;
    }

    private static Recorded<CaseEvent> stored(Recorded<CaseEvent> r) {
        var name = EventNames.CATALOGUE.nameOf(r.event().getClass());
        var payload = EventNames.CATALOGUE.write(r.event());
        var envelope = EventJson.MAPPER.writeValueAsString(r.envelope());
        return new Recorded<>(
                r.position(),
                r.stream(),
                r.sequence(),
                r.eventId(),
                r.recordedAt(),
                EventJson.MAPPER.readValue(envelope, Envelope.class),
                (CaseEvent) EventNames.CATALOGUE.read(name.name(), name.revision(), payload));
    }
}
