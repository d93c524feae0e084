package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up for a command what lies outside its case's own stream. */
public final class CaseFactsLookup {

    private final Standings standings;
    private final FindCase cases;

    public CaseFactsLookup(Standings standings, FindCase cases) {
        this.standings = standings;
        this.cases = cases;
    }

    /** The order with the facts that its command needs, as they are now. */
    public CaseOrder withFacts(CaseOrder order) {
        var c = order.circumstances();
        var facts = facts(order.command(), c.decidedAt());
        var found = new Circumstances(
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
        return new CaseOrder(order.command(), found, order.expectedSequence());
    }

    private CaseFacts facts(CaseCommand command, Instant at) {
        return switch (command) {
            case CaseCommand.RequestVerification c -> candidate(c.collector(), Role.GRID_MEMBER, at);
            case CaseCommand.RequestCheck c -> candidate(c.collector(), Role.GRID_MEMBER, at);
            case CaseCommand.AssignHandler c -> candidate(c.handler(), Role.HANDLER, at);
            case CaseCommand.ReassignHandler c -> candidate(c.handler(), Role.HANDLER, at);
            case CaseCommand.MergeInto c -> parent(c.parent());
            case CaseCommand.SplitFromParent c ->
                cases.find(c.caseId())
                        .map(state -> state.overlays().parent())
                        .map(this::parent)
                        .orElse(CaseFacts.NONE);
            default -> CaseFacts.NONE;
        };
    }

    private CaseFacts candidate(PersonId person, Role role, Instant at) {
        return new CaseFacts(standings.unitsOf(person, role, at), standings.holds(person, role, at), null);
    }

    private CaseFacts parent(CaseId parent) {
        @Nullable CaseStatus status = cases.find(parent).map(CaseState::status).orElse(null);
        return new CaseFacts(Set.of(), false, status);
    }
}
