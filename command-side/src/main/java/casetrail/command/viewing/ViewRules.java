package casetrail.command.viewing;

import casetrail.command.viewing.ViewCommand.CutOver;
import casetrail.command.viewing.ViewCommand.DropVersion;
import casetrail.command.viewing.ViewCommand.EvictParked;
import casetrail.command.viewing.ViewCommand.Rebuild;
import casetrail.command.viewing.ViewCommand.RetryParked;
import casetrail.command.viewing.ViewCommand.RollBack;
import casetrail.events.Role;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.views.ViewEvent;
import casetrail.events.views.ViewEvent.ParkedEventEvicted;
import casetrail.events.views.ViewEvent.ParkedEventRetried;
import casetrail.events.views.ViewEvent.ViewCutOver;
import casetrail.events.views.ViewEvent.ViewRebuildOrdered;
import casetrail.events.views.ViewEvent.ViewRolledBack;
import casetrail.events.views.ViewEvent.ViewVersionDropped;
import java.util.Objects;

/** Which orders about views are carried out. Pure. */
public final class ViewRules {

    /** How many positions a version may be behind the one that is read; those that follow differ by a few batches. */
    static final long BEHIND_MAX = 50_000;

    /** How many versions of a view may stand beside each other: each is a whole copy that every event is folded into. */
    static final int VERSIONS_MAX = 5;

    private ViewRules() {}

    /**
     * What becomes of an order.
     *
     * @param reasoned whether a reason is given
     */
    public static ViewDecision decide(ViewCommand command, ViewFacts facts, Role role, boolean reasoned) {
        if (role != Role.ADMIN) {
            return refused(
                    Refusal.of(RefusalCode.FORBIDDEN_ROLE).with("role", role).with("allowed", Role.ADMIN));
        }
        if (facts.versions().isEmpty()) {
            return refused(Refusal.of(RefusalCode.NOT_FOUND));
        }
        if (command.needsReason() && !reasoned) {
            return refused(Refusal.of(RefusalCode.REASON_REQUIRED).with("command", command.name()));
        }
        return switch (command) {
            case Rebuild c -> rebuild(c, facts);
            case CutOver c -> cutOver(c, facts);
            case RollBack c -> rollBack(c, facts);
            case DropVersion c -> drop(c, facts);
            case RetryParked c ->
                isParkedFirst(c.version(), facts)
                        ? happens(new ParkedEventRetried(c.view(), c.version(), c.stream(), c.sequence()))
                        : refused(Refusal.of(RefusalCode.NOT_FOUND));
            case EvictParked c ->
                isParkedFirst(c.version(), facts)
                        ? happens(new ParkedEventEvicted(c.view(), c.version(), c.stream(), c.sequence()))
                        : refused(Refusal.of(RefusalCode.NOT_FOUND));
        };
    }

    /** An order that was given a moment ago counts, too: two versions would be ordered and one of them never begun. */
    private static ViewDecision rebuild(Rebuild c, ViewFacts facts) {
        var underWay = facts.versions().entrySet().stream()
                .filter(v -> !v.getValue().whole())
                .map(v -> v.getKey())
                .findFirst();
        var building = underWay.orElse(facts.awaited());
        if (building != null) {
            return refused(
                    Refusal.of(RefusalCode.ALREADY_SO).with("what", "version %d is being built".formatted(building)));
        }
        int count = facts.versions().size();
        return count >= VERSIONS_MAX
                ? refused(Refusal.of(RefusalCode.TOO_MANY_VERSIONS)
                        .with("view", c.view())
                        .with("count", count)
                        .with("max", VERSIONS_MAX))
                : happens(new ViewRebuildOrdered(c.view(), facts.free()));
    }

    private static ViewDecision cutOver(CutOver c, ViewFacts facts) {
        var wanted = facts.versions().get(c.version());
        if (wanted == null || !wanted.whole()) {
            return notWhole(c, c.version());
        }
        if (Objects.equals(facts.active(), c.version())) {
            return isRead(c.version());
        }
        var compared = wanted.compared();
        return !isSame(wanted) && !c.acceptDifferences()
                ? differ(c.version(), wanted)
                : happens(new ViewCutOver(
                        c.view(),
                        facts.active() == null ? 0 : facts.active(),
                        c.version(),
                        compared == null ? 0 : compared.documents(),
                        compared == null ? 0 : compared.notSame()));
    }

    /** Back to what was read before: of any other version differences have to be accepted as such, by a cut-over. */
    private static ViewDecision rollBack(RollBack c, ViewFacts facts) {
        var wanted = facts.versions().get(c.version());
        if (wanted == null || !wanted.whole() || facts.active() == null) {
            return notWhole(c, c.version());
        }
        if (Objects.equals(facts.active(), c.version())) {
            return isRead(c.version());
        }
        return wanted.once() || isSame(wanted)
                ? happens(new ViewRolledBack(c.view(), facts.active(), c.version()))
                : differ(c.version(), wanted);
    }

    /** It was the same when it was compared, and has not stopped following since. */
    private static boolean isSame(ViewFacts.Version version) {
        var compared = version.compared();
        return compared != null && compared.notSame() == 0 && version.behind() <= BEHIND_MAX;
    }

    private static ViewDecision differ(int version, ViewFacts.Version wanted) {
        // What was compared before it fell behind says nothing any more.
        var compared = wanted.behind() <= BEHIND_MAX ? wanted.compared() : null;
        return refused(Refusal.of(RefusalCode.VERSIONS_DIFFER)
                .with("version", version)
                .with("compared", compared == null ? 0 : compared.documents())
                .with("notSame", compared == null ? "?" : compared.notSame()));
    }

    private static ViewDecision drop(DropVersion c, ViewFacts facts) {
        if (!facts.versions().containsKey(c.version())) {
            return refused(Refusal.of(RefusalCode.NOT_FOUND));
        }
        boolean onlyOne = facts.active() == null && facts.versions().size() == 1;
        return onlyOne || Objects.equals(facts.active(), c.version())
                ? refused(Refusal.of(RefusalCode.VERSION_IN_USE)
                        .with("view", c.view())
                        .with("version", c.version()))
                : happens(new ViewVersionDropped(c.view(), c.version()));
    }

    private static boolean isParkedFirst(int version, ViewFacts facts) {
        var named = facts.versions().get(version);
        return named != null && named.parkedFirst();
    }

    private static ViewDecision notWhole(ViewCommand command, int version) {
        return refused(Refusal.of(RefusalCode.VERSION_NOT_WHOLE)
                .with("view", command.view())
                .with("version", version));
    }

    private static ViewDecision isRead(int version) {
        return refused(Refusal.of(RefusalCode.ALREADY_SO).with("what", "version %d is read".formatted(version)));
    }

    private static ViewDecision happens(ViewEvent event) {
        return new ViewDecision.Happens(event);
    }

    private static ViewDecision refused(Refusal refusal) {
        return new ViewDecision.Refused(refusal);
    }
}
