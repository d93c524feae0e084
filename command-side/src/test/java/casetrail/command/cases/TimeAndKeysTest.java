package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.RequestKey;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Stage;
import casetrail.events.refusals.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which times may be claimed, which versions and keys are taken, and what a repeat is told. */
class TimeAndKeysTest {

    private static final Sha256 BODY = new Sha256("12".repeat(32));
    private static final Sha256 OTHER = new Sha256("34".repeat(32));
    private static final RequestKey KEY = new RequestKey("client", "key-1", BODY);

    private final Story story = Stories.in(CaseStatus.DISPATCHED);

    @ParameterizedTest
    @EnumSource
    void nothing_happens_in_the_future_by_whatever_channel(Channel channel) {
        var order = Story.claimed(accept(), channel, Story.REASON, story.now().plusMillis(1));
        assertThat(story.refused(order, RefusalCode.TIME_NOT_ALLOWED).facts()).containsEntry("rule", "FUTURE");
    }

    @ParameterizedTest
    @EnumSource
    void only_the_offline_and_the_import_channel_may_claim_an_earlier_time(Channel channel) {
        var order = Story.claimed(accept(), channel, Story.REASON, story.now().minusSeconds(1));
        if (channel == Channel.OFFLINE || channel == Channel.IMPORT) {
            assertThat(story.ask(order)).isInstanceOf(Decision.Accepted.class);
        } else {
            assertThat(story.refused(order, RefusalCode.TIME_NOT_ALLOWED).facts())
                    .containsEntry("rule", "CHANNEL");
        }
    }

    @Test
    void offline_reaches_back_72_hours_and_not_a_moment_more() {
        story.after(Duration.ofDays(30));
        var earliest = story.now().minus(Duration.ofDays(3));
        var order = Story.claimed(accept(), Channel.OFFLINE, Story.REASON, earliest);
        assertThat(story.ask(order)).isInstanceOf(Decision.Accepted.class);
        var tooEarly = Story.claimed(order, Channel.OFFLINE, Story.REASON, earliest.minusMillis(1));
        assertThat(story.refused(tooEarly, RefusalCode.TIME_NOT_ALLOWED).facts())
                .containsEntry("rule", "TOO_EARLY")
                .containsEntry("earliest", earliest.toString());
    }

    @Test
    void an_earlier_time_needs_a_reason_offline_and_is_its_own_reason_in_an_import() {
        var claimed = story.now().minusSeconds(1);
        story.refused(Story.claimed(accept(), Channel.OFFLINE, null, claimed), RefusalCode.REASON_REQUIRED);
        assertThat(story.ask(Story.claimed(accept(), Channel.IMPORT, null, claimed)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void an_earlier_time_is_flagged_and_what_claims_to_precede_the_last_change_is_flagged_twice() {
        var claimed = Story.claimed(accept(), Channel.OFFLINE, Story.REASON, Story.START);
        var accepted = (Decision.Accepted) story.ask(claimed);
        assertThat(accepted.flags()).containsExactlyInAnyOrder(Envelope.BACKDATED, TimeRules.OUT_OF_ORDER);
        var plain = (Decision.Accepted) story.ask(accept());
        assertThat(plain.flags()).isEmpty();
    }

    @Test
    void a_change_is_never_effective_before_the_one_it_follows() {
        var filed = Stories.in(CaseStatus.FILED);
        var filedAt = filed.state().changedAt();
        var order = filed.order(Cast.DISPATCHER, Asks.dispatch(Cast.WATER));
        filed.did(Story.claimed(order, Channel.OFFLINE, Story.REASON, Story.START.minusSeconds(60)));
        var dispatched = (CaseEvent.CaseDispatched) filed.events().getLast().event();
        assertThat(dispatched.handle().startedAt()).isEqualTo(filedAt);
        assertThat(filed.state().changedAt()).isEqualTo(filedAt);
        assertThat(filed.events().getLast().envelope().occurredAt()).isEqualTo(Story.START.minusSeconds(60));
    }

    @Test
    void clocks_of_an_imported_case_run_from_the_times_in_the_file() {
        var opened = Instant.parse("2015-03-01T10:00:00Z");
        var imported = new Story();
        var report = imported.order(Cast.REPORTER, Asks.of(CaseCommandName.REGISTER_REPORT, imported.now()));
        imported.did(Story.claimed(report, Channel.IMPORT, null, opened));
        assertThat(Objects.requireNonNull(imported.state().clock(Stage.ACCEPT)).startedAt())
                .isEqualTo(opened);
        assertThat(imported.state().changedAt()).isEqualTo(opened);
    }

    @Test
    void what_changes_neither_state_nor_clocks_does_not_hold_up_a_later_import() {
        var opened = Instant.parse("2015-03-01T10:00:00Z");
        var imported = new Story();
        var report = imported.order(Cast.REPORTER, Asks.of(CaseCommandName.REGISTER_REPORT, imported.now()));
        imported.did(Story.claimed(report, Channel.IMPORT, null, opened));
        Stories.did(imported, Cast.ACCEPTOR, CaseCommandName.CORRECT_DATA);
        assertThat(imported.state().changedAt()).isEqualTo(opened);
    }

    @Test
    void a_supervision_is_not_due_before_it_is_issued() {
        var due = story.now().minusSeconds(1);
        story.refused(Cast.SUPERVISOR, new CaseCommand.Supervise(Asks.CASE, 1, due), RefusalCode.TIME_NOT_ALLOWED);
        story.did(
                Cast.SUPERVISOR,
                new CaseCommand.Supervise(Asks.CASE, 1, story.now().plusSeconds(1)));
    }

    @Test
    void a_version_that_is_not_the_newest_is_refused_and_the_newest_is_named() {
        var order = accept();
        var stale = new CaseOrder(order.command(), order.circumstances(), 1L);
        assertThat(story.refused(stale, RefusalCode.STALE_VERSION).facts())
                .containsEntry("expected", "1")
                .containsEntry("actual", "2");
        story.did(new CaseOrder(order.command(), order.circumstances(), 2L));
    }

    @Test
    void a_repeat_is_told_what_the_first_was_told_whatever_happened_since() {
        var first = Story.keyed(accept(), KEY);
        story.did(first);
        Stories.feedback(story);
        assertThat(story.ask(first)).isEqualTo(new Decision.Repeated(3, CaseStatus.IN_PROGRESS));
        // Also by an order whose version would be stale, and by somebody who could not give it now.
        var stale = new CaseOrder(first.command(), first.circumstances(), 2L);
        assertThat(story.ask(stale)).isEqualTo(new Decision.Repeated(3, CaseStatus.IN_PROGRESS));
    }

    @Test
    void a_repeat_of_an_order_with_two_events_is_told_the_second() {
        var fresh = new Story();
        var order = Story.keyed(
                fresh.order(Cast.REPORTER, Asks.of(CaseCommandName.RECORD_ON_SITE_RESOLUTION, fresh.now())), KEY);
        fresh.did(order);
        assertThat(fresh.ask(order)).isEqualTo(new Decision.Repeated(1, CaseStatus.SELF_RESOLVED));
        assertThat(fresh.state().requests().answered()).hasSize(1);
    }

    @Test
    void a_key_with_another_body_is_refused_and_anothers_key_is_another_key() {
        story.did(Story.keyed(accept(), KEY));
        story.refused(Story.keyed(accept(), new RequestKey("client", "key-1", OTHER)), RefusalCode.KEY_REUSED);
        story.refused(Story.keyed(accept(), new RequestKey("other", "key-1", BODY)), RefusalCode.ILLEGAL_TRANSITION);
    }

    @Test
    void a_key_is_remembered_for_seven_days() {
        story.did(Story.keyed(accept(), KEY));
        var given = story.now();
        story.after(Duration.ofDays(7).minusMinutes(2));
        assertThat(story.ask(Story.keyed(accept(), KEY))).isInstanceOf(Decision.Repeated.class);
        story.after(Duration.ofMinutes(2));
        story.refused(Story.keyed(accept(), KEY), RefusalCode.ILLEGAL_TRANSITION);
        assertThat(story.now()).isAfter(given);
        // With the next key, what is too old is forgotten.
        var lead = story.order(Cast.LEAD, Asks.of(CaseCommandName.RECORD_PROGRESS, story.now()));
        story.did(Story.keyed(lead, new RequestKey("client", "key-2", BODY)));
        assertThat(story.state().requests().answered())
                .extracting(RequestMemory.Answered::key)
                .containsExactly("key-2");
    }

    @Test
    void only_so_many_keys_are_remembered_and_the_oldest_go_first() {
        var memory = RequestMemory.NONE;
        for (int i = 0; i < RequestMemory.COUNT_MAX + 10; i++) {
            memory = memory.with(new RequestKey("client", "key-" + i, BODY), i, CaseStatus.IN_PROGRESS, Story.START);
        }
        assertThat(memory.answered()).hasSize(RequestMemory.COUNT_MAX);
        assertThat(memory.answered().getFirst().key()).isEqualTo("key-10");
    }

    @Test
    void a_refused_order_uses_up_no_key() {
        var refused = Story.keyed(story.order(Cast.ADMIN, new CaseCommand.AcceptAssignment(Asks.CASE)), KEY);
        story.refused(refused, RefusalCode.FORBIDDEN_ROLE);
        story.did(Story.keyed(accept(), KEY));
    }

    private CaseOrder accept() {
        return story.order(Cast.LEAD, new CaseCommand.AcceptAssignment(Asks.CASE));
    }
}
