package casetrail.query.timeline;

import casetrail.events.Actor;
import casetrail.events.Envelope;
import casetrail.events.Reason;
import casetrail.events.Recorded;
import casetrail.events.Sealed;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.Coded;
import casetrail.query.casefile.Opening;
import casetrail.query.casefile.Tongue;
import casetrail.query.timeline.TimelineAnswer.Change;
import casetrail.query.timeline.TimelineAnswer.ClockTold;
import casetrail.query.timeline.TimelineAnswer.Doer;
import casetrail.query.timeline.TimelineAnswer.Entry;
import casetrail.query.timeline.TimelineAnswer.Ground;
import org.jspecify.annotations.Nullable;

/** Tells events to one reader in one language. */
final class Telling {

    private final Tongue tongue;
    private final Words words;
    private final Opening opening;

    Telling(Tongue tongue, Opening opening) {
        this.tongue = tongue;
        this.words = Words.in(tongue);
        this.opening = opening;
    }

    /** One event as it lies in the stream, with what the case was before and after it. */
    record Step(
            String name,
            int revision,
            Recorded<CaseEvent> event,
            @Nullable CaseFile before,
            CaseFile after) {}

    Entry tell(Step step) {
        var event = step.event();
        var envelope = event.envelope();
        return new Entry(
                event.position(),
                event.sequence(),
                event.eventId(),
                step.name(),
                step.revision(),
                words.of(event.event()),
                status(step.after().status()),
                doer(envelope.actor()),
                new Coded(envelope.channel().name(), words.of(envelope.channel())),
                new Coded(envelope.assurance().name(), words.of(envelope.assurance())),
                envelope.flags().stream()
                        .map(f -> new Coded(f, words.ofFlag(f)))
                        .toList(),
                ground(envelope),
                envelope.occurredAt(),
                event.recordedAt(),
                envelope.ruleVersions(),
                envelope.jurisdiction(),
                envelope.request(),
                envelope.correlationId(),
                envelope.causationId(),
                Differences.between(step.before(), step.after()).stream()
                        .map(d -> new Change(d.path(), value(d.before()), value(d.after())))
                        .toList(),
                ClockChange.between(step.before(), step.after()).stream()
                        .map(this::clock)
                        .toList());
    }

    private Coded status(CaseStatus status) {
        return new Coded(status.name(), tongue == Tongue.CHINESE ? status.chinese() : status.english());
    }

    private Doer doer(Actor actor) {
        var unit = actor.unit();
        var onBehalfOf = actor.onBehalfOf();
        return new Doer(
                actor.person().value(),
                new Coded(actor.role().name(), words.of(actor.role())),
                unit == null ? null : unit.value(),
                onBehalfOf == null ? null : onBehalfOf.value());
    }

    private @Nullable Ground ground(Envelope envelope) {
        Reason reason = envelope.reason();
        return reason == null ? null : new Ground(reason.code(), opening.open(reason.text()));
    }

    private @Nullable Object value(@Nullable Object field) {
        return field instanceof Sealed sealed ? opening.open(sealed) : field;
    }

    private ClockTold clock(ClockChange change) {
        return new ClockTold(
                change.stage(),
                change.round(),
                new Coded(change.what().name(), words.of(change.what())),
                change.deadline(),
                change.onTime(),
                change.remainingSeconds());
    }
}
