package casetrail.views.feed;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.views.store.MemoryViewStore;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private final MemoryViewStore store = new MemoryViewStore();

    @Test
    void a_member_that_was_never_heard_is_given_time_to_be_heard() {
        var nanos = new long[1];
        var one = new Membership(store, "one", () -> nanos[0]);
        one.beat();
        assertThat(one.isAlive("two")).isTrue();
        nanos[0] += Membership.SILENCE.toNanos() - 1;
        assertThat(one.isAlive("two")).isTrue();
        nanos[0] += 1;
        assertThat(one.isAlive("two")).isFalse();
    }

    @Test
    void a_member_whose_beats_stand_still_is_dead_and_its_share_is_shared_out() {
        var nanos = new long[1];
        var one = new Membership(store, "one", () -> nanos[0]);
        store.beat("two");
        one.beat();
        assertThat(one.fairShare()).isEqualTo(8);
        nanos[0] += Membership.SILENCE.toNanos();
        one.beat();
        assertThat(one.isAlive("two")).isFalse();
        assertThat(one.fairShare()).isEqualTo(16);
        store.beat("two");
        one.beat();
        assertThat(one.isAlive("two")).isTrue();
    }
}
