package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Reason;
import casetrail.events.Recorded;
import casetrail.events.RequestKey;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Guard;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.rules.clocks.ElapsedHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One case as it goes on, by the rules alone: asks, folds what is accepted, and lets time pass. */
public final class Story implements FindCase {

    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
    public static final Reason REASON = new Reason("AS_TESTED", null);

    private CasePolicy policy;
    private final List<Recorded<CaseEvent>> events = new ArrayList<>();
    private CaseState state = CaseState.NONE;
    private Instant now = START;
    private @Nullable CaseStatus parentStatus = CaseStatus.FILED;

    public Story(CasePolicy policy) {
        this.policy = policy;
    }

    public Story() {
        this(CasePolicy.BUILT_IN);
    }

    public CaseState state() {
        return state;
    }

    public List<Recorded<CaseEvent>> events() {
        return events;
    }

    public Instant now() {
        return now;
    }

    public CasePolicy policy() {
        return policy;
    }

    public Story by(CasePolicy other) {
        policy = other;
        return this;
    }

    public Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** What is found when the case named as parent is looked up. */
    public Story parentIs(@Nullable CaseStatus status) {
        parentStatus = status;
        return this;
    }

    @Override
    public Optional<CaseState> find(CaseId id) {
        throw new UnsupportedOperationException("a story knows one case");
    }

    public Circumstances circumstances(Actor actor) {
        return new Circumstances(
                actor,
                actor.equals(Actor.SYSTEM) ? Channel.SYSTEM : Channel.WEB,
                REASON,
                now,
                now,
                Assurance.FIRST_HAND,
                List.of(),
                null,
                "corr-1",
                null,
                CaseFacts.NONE);
    }

    public CaseOrder order(Actor actor, CaseCommand command) {
        return new CaseOrder(command, withFacts(circumstances(actor), command), null);
    }

    public Circumstances withFacts(Circumstances c, CaseCommand command) {
        var facts = switch (command) {
            case CaseCommand.MergeInto m -> parent();
            case CaseCommand.SplitFromParent s -> parent();
            default ->
                new CaseFactsLookup(Cast.STANDINGS, this)
                        .withFacts(new CaseOrder(command, c, null))
                        .circumstances()
                        .facts();
        };
        return new Circumstances(
                c.actor(),
                c.channel(),
                c.reason(),
                c.decidedAt(),
                c.occurredAt(),
                c.assurance(),
                c.flags(),
                c.request(),
                c.correlationId(),
                c.causationId(),
                facts);
    }

    private CaseFacts parent() {
        return new CaseFacts(Set.of(), false, parentStatus);
    }

    public Decision ask(Actor actor, CaseCommand command) {
        return ask(order(actor, command));
    }

    public Decision ask(CaseOrder order) {
        return CaseRules.decide(state, order, policy, ElapsedHours.PROFILE);
    }

    /** The order is accepted; time goes on by a minute. */
    public Story did(Actor actor, CaseCommand command) {
        return did(order(actor, command));
    }

    public Story did(CaseOrder order) {
        var decision = ask(order);
        assertThat(decision)
                .as(
                        "%s by %s in %s",
                        order.command().name(), order.circumstances().actor(), state.status())
                .isInstanceOf(Decision.Accepted.class);
        take(order, (Decision.Accepted) decision);
        return after(Duration.ofMinutes(1));
    }

    /** Folds what was accepted. */
    public void take(CaseOrder order, Decision.Accepted accepted) {
        var envelope = Envelopes.of(order.circumstances(), accepted, "test");
        for (var event : accepted.events()) {
            var recorded = new Recorded<>(
                    events.size(),
                    event.caseId().stream(),
                    events.size(),
                    "event-" + events.size(),
                    order.circumstances().decidedAt(),
                    envelope,
                    event);
            events.add(recorded);
            state = CaseState.after(state, recorded);
        }
    }

    /** An event that the rules would not have let happen. */
    public Story happened(Actor actor, CaseEvent event) {
        take(order(actor, new CaseCommand.AcceptAssignment(event.caseId())), accepted(event));
        return after(Duration.ofMinutes(1));
    }

    private static Decision.Accepted accepted(CaseEvent event) {
        return new Decision.Accepted(List.of(event), new TreeMap<>(), List.of());
    }

    /** The order is refused with a code; its refusal. */
    public Refusal refused(Actor actor, CaseCommand command, RefusalCode code) {
        return refused(order(actor, command), code);
    }

    public Refusal refused(CaseOrder order, RefusalCode code) {
        var before = state;
        var decision = ask(order);
        assertThat(decision)
                .as(
                        "%s by %s in %s",
                        order.command().name(), order.circumstances().actor(), state.status())
                .isInstanceOf(Decision.Refused.class);
        var refusal = ((Decision.Refused) decision).refusal();
        assertThat(refusal.code()).as(refusal.toString()).isEqualTo(code);
        assertThat(state).isEqualTo(before);
        return refusal;
    }

    /** The order is refused because a condition does not hold. */
    public Refusal refused(Actor actor, CaseCommand command, Guard guard) {
        var decision = ask(actor, command);
        assertThat(decision).as(command.toString()).isInstanceOf(Decision.Refused.class);
        var refusal = ((Decision.Refused) decision).refusal();
        assertThat(refusal.guard()).as(refusal.toString()).isEqualTo(guard);
        return refusal;
    }

    /** The same order under a key. */
    public static CaseOrder keyed(CaseOrder order, RequestKey key) {
        var c = order.circumstances();
        return with(order, c.channel(), c.reason(), c.occurredAt(), key);
    }

    /** The same order by another way, for another reason, with another time claimed. */
    public static CaseOrder claimed(CaseOrder order, Channel channel, @Nullable Reason reason, Instant occurredAt) {
        return with(order, channel, reason, occurredAt, order.circumstances().request());
    }

    private static CaseOrder with(
            CaseOrder order, Channel channel, @Nullable Reason reason, Instant occurredAt, @Nullable RequestKey key) {
        var c = order.circumstances();
        return new CaseOrder(
                order.command(),
                new Circumstances(
                        c.actor(),
                        channel,
                        reason,
                        c.decidedAt(),
                        occurredAt,
                        c.assurance(),
                        c.flags(),
                        key,
                        c.correlationId(),
                        c.causationId(),
                        c.facts()),
                order.expectedSequence());
    }
}
