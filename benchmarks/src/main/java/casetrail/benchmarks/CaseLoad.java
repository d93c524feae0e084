package casetrail.benchmarks;

import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseFacts;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Circumstances;
import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.PersonId;
import casetrail.events.Purpose;
import casetrail.events.RequestKey;
import casetrail.events.Role;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.Classification;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.Source;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that takes one case after the other from report to handling, one command a time. */
final class CaseLoad implements Load.Client {

    /** Report, filing, dispatch, acceptance, and four notes of progress; one event each. */
    static final int COMMANDS_PER_CASE = 8;

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final UnitCode ROADS = new UnitCode("U-ROADS");
    private static final Classification CLASS = new Classification("02", "0203");
    private static final FilingStandard STANDARD = new FilingStandard("benchmark", "1", "0203-1");
    private static final Sha256 BODY = new Sha256("0".repeat(64));

    private final Cases cases;
    private final InstantSource clock;
    private final String client;
    private int step;
    private CaseId current = CaseId.of(new byte[17]);

    CaseLoad(Cases cases, InstantSource clock, String client) {
        this.cases = cases;
        this.clock = clock;
        this.client = client;
    }

    @Override
    public void once() {
        int at = step++ % COMMANDS_PER_CASE;
        var order = switch (at) {
            case 0 -> {
                current = CaseId.forRequest(client, "case-" + step);
                yield order(report(), Role.GRID_MEMBER, null);
            }
            case 1 -> order(new CaseCommand.FileCase(current, CLASS, STANDARD, false), Role.ACCEPTOR, null);
            case 2 -> order(new CaseCommand.DispatchCase(current, ROADS, false, null), Role.DISPATCHER, null);
            case 3 -> order(new CaseCommand.AcceptAssignment(current), Role.DEPT_LEAD, ROADS);
            default -> order(new CaseCommand.RecordProgress(current, text("note"), List.of()), Role.DEPT_LEAD, ROADS);
        };
        var outcome = cases.obey(order).join();
        if (!(outcome instanceof CaseOutcome.Done)) {
            throw new IllegalStateException("refused at step %d: %s".formatted(at, outcome));
        }
    }

    private CaseCommand report() {
        return new CaseCommand.RegisterReport(
                current,
                CaseNumber.of(2026, NUMBERS.incrementAndGet()),
                Source.COLLECTOR,
                ProblemKind.EVENT,
                CLASS,
                "Two street lights are out",
                text("text"),
                null,
                new Location(null, null, null, null, "12 Lake Street", null),
                GridPlacement.UNLOCATED,
                null,
                null,
                List.of());
    }

    private Sealed text(String field) {
        return new Sealed(current.value(), Purpose.FREE_TEXT, field, "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=");
    }

    private CaseOrder order(CaseCommand command, Role role, @org.jspecify.annotations.Nullable UnitCode unit) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var who = new Actor(
                new PersonId("person-"
                        + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                role,
                unit,
                null);
        return new CaseOrder(
                command,
                new Circumstances(
                        who,
                        Channel.WEB,
                        null,
                        now,
                        now,
                        Assurance.FIRST_HAND,
                        List.of(),
                        new RequestKey(client, "step-" + step, BODY),
                        client + "-" + step,
                        null,
                        CaseFacts.NONE),
                null);
    }
}
