package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Classification;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Limit;
import casetrail.events.cases.Location;
import casetrail.events.cases.Source;
import casetrail.events.cases.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The next state of a case while one event is being folded in; lives no longer than that. */
final class CaseDraft {

    private final CaseState before;

    final CaseId id;

    @Nullable
    CaseStatus status;

    @Nullable
    Instant endedAt;

    boolean unresolved;
    Set<PersonId> people;

    @Nullable
    CaseNumber number;

    @Nullable
    Source source;

    @Nullable
    Classification classification;

    @Nullable
    String publicText;

    @Nullable
    Location location;

    @Nullable
    GridPlacement grid;

    @Nullable
    String assetId;

    Set<PersonId> reporters = Set.of();

    @Nullable
    PersonId collector;

    @Nullable
    Verdict verdict;

    Set<PersonId> proposers = Set.of();

    @Nullable
    FilingStandard standard;

    @Nullable
    UnitCode unit;

    @Nullable
    UnitCode decidedUnit;

    @Nullable
    Instant dispatchedAt;

    @Nullable
    Limit limit;

    @Nullable
    PersonId handler;

    Set<PersonId> handledBy;
    Set<UnitCode> units;
    Set<PersonId> completedBy;

    @Nullable
    PersonId checker;

    @Nullable
    CheckResult check;

    int returns;
    int reworks;
    int feedbacks;

    final ClockDraft clocks;

    PendingRequests.@Nullable Extension extension;
    PendingRequests.@Nullable Suspension suspension;
    Set<PersonId> forceClosureBy;
    Set<PersonId> voidBy;
    int extensions;
    int suspensions;

    int supervisionLevel;
    boolean supervisionAnswered;
    Set<StreamId> whistles;
    Set<StreamId> deliberations;
    boolean restricted;

    @Nullable
    CaseId parent;

    Set<CaseId> children;
    CaseOverlays.@Nullable Suspended suspended;
    CaseOverlays.@Nullable Appeal appeal;

    CaseDraft(CaseId id, CaseState before) {
        this.before = before;
        this.id = id;
        status = before.status();
        endedAt = before.endedAt();
        unresolved = before.unresolved();
        people = before.people();
        if (before.intake() != null) {
            spread(before.intake());
        }
        var h = before.handling();
        unit = h.unit();
        decidedUnit = h.decidedUnit();
        dispatchedAt = h.dispatchedAt();
        limit = h.limit();
        handler = h.handler();
        handledBy = h.handledBy();
        units = h.units();
        completedBy = h.completedBy();
        checker = h.checker();
        check = h.check();
        returns = h.returns();
        reworks = h.reworks();
        feedbacks = h.feedbacks();
        clocks = new ClockDraft(before.clocks());
        var p = before.pending();
        extension = p.extension();
        suspension = p.suspension();
        forceClosureBy = p.forceClosureBy();
        voidBy = p.voidBy();
        extensions = p.extensions();
        suspensions = p.suspensions();
        var o = before.overlays();
        supervisionLevel = o.supervisionLevel();
        supervisionAnswered = o.supervisionAnswered();
        whistles = o.whistles();
        deliberations = o.deliberations();
        restricted = o.restricted();
        parent = o.parent();
        children = o.children();
        suspended = o.suspension();
        appeal = o.appeal();
    }

    private void spread(Intake i) {
        number = i.number();
        source = i.source();
        classification = i.classification();
        publicText = i.publicText();
        location = i.location();
        grid = i.grid();
        assetId = i.assetId();
        reporters = i.reporters();
        collector = i.collector();
        verdict = i.verdict();
        proposers = i.proposers();
        standard = i.standard();
    }

    /** The case came to an end: nobody is judged by a clock any more. */
    void end(CaseStatus end, Instant at) {
        status = end;
        endedAt = at;
        clocks.clear();
    }

    /** The state reached, at the effective time of the event. */
    CaseState done(long sequence, Instant effectiveAt, RequestMemory requests) {
        lapse();
        var newClocks = clocks.done();
        boolean changed = status != before.status() || !newClocks.equals(before.clocks());
        return new CaseState(
                id,
                status,
                sequence,
                changed ? effectiveAt : before.changedAt(),
                endedAt,
                unresolved,
                plus(people, putOnIt()),
                intake(),
                handling(),
                newClocks,
                new PendingRequests(extension, suspension, forceClosureBy, voidBy, extensions, suspensions),
                overlays(),
                requests);
    }

    /** A request lapses, without an event of its own, in a state from which nobody will be able to answer it. */
    private void lapse() {
        boolean handled = status == CaseStatus.DISPATCHED || status == CaseStatus.IN_PROGRESS;
        // More time still matters after a suspension.
        extension = handled || status == CaseStatus.SUSPENDED ? extension : null;
        suspension = handled ? suspension : null;
        forceClosureBy = status == CaseStatus.FEEDBACK ? forceClosureBy : Set.of();
        voidBy = status == CaseStatus.DISPATCHED ? voidBy : Set.of();
    }

    private List<PersonId> putOnIt() {
        return Stream.of(collector, handler, checker).filter(Objects::nonNull).toList();
    }

    private @Nullable Intake intake() {
        if (number == null) {
            return null;
        }
        return new Intake(
                number,
                known(source),
                classification,
                publicText,
                known(location),
                known(grid),
                assetId,
                reporters,
                collector,
                verdict,
                proposers,
                standard);
    }

    /** All of it came with the report. */
    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private Handling handling() {
        return new Handling(
                unit,
                decidedUnit,
                dispatchedAt,
                limit,
                handler,
                handledBy,
                units,
                completedBy,
                checker,
                check,
                returns,
                reworks,
                feedbacks);
    }

    private CaseOverlays overlays() {
        return new CaseOverlays(
                supervisionLevel,
                supervisionAnswered,
                whistles,
                deliberations,
                restricted,
                parent,
                children,
                suspended,
                appeal);
    }

    static <T> Set<T> plus(Set<T> set, Collection<? extends T> more) {
        if (set.containsAll(more)) {
            return set;
        }
        var all = new HashSet<>(set);
        all.addAll(more);
        return Set.copyOf(all);
    }

    static <T> Set<T> minus(Set<T> set, T gone) {
        var fewer = new HashSet<>(set);
        fewer.remove(gone);
        return Set.copyOf(fewer);
    }
}
