package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.AppealResult;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Source;
import casetrail.events.cases.Verdict;
import casetrail.rules.clocks.ElapsedHours;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Gives one case after another random orders, sensible and senseless ones, by people who wear more than one hat. */
public final class CaseWalk {

    private static final CaseCommandName[] NAMES = CaseCommandName.values();
    private static final int ORDERS_PER_CASE = 80;

    private static final List<CaseCommandName> ONWARD = List.of(
            CaseCommandName.REQUEST_VERIFICATION,
            CaseCommandName.SUBMIT_VERIFICATION,
            CaseCommandName.PROPOSE_FILING,
            CaseCommandName.FILE_CASE,
            CaseCommandName.DISPATCH_CASE,
            CaseCommandName.ACCEPT_ASSIGNMENT,
            CaseCommandName.ASSIGN_HANDLER,
            CaseCommandName.REPORT_COMPLETION,
            CaseCommandName.CONFIRM_COMPLETION,
            CaseCommandName.REQUEST_CHECK,
            CaseCommandName.SUBMIT_CHECK,
            CaseCommandName.CLOSE_CASE,
            CaseCommandName.REQUEST_SUSPENSION,
            CaseCommandName.APPROVE_SUSPENSION,
            CaseCommandName.REQUEST_FORCE_CLOSURE,
            CaseCommandName.FORCE_CLOSE,
            CaseCommandName.RESUME_CASE,
            CaseCommandName.REOPEN_CASE,
            CaseCommandName.FILE_OVERDUE_APPEAL,
            CaseCommandName.REVIEW_APPEAL);

    private final Random random;
    private Story story;
    private int orders;
    private long accepted;

    public CaseWalk(long seed) {
        random = new Random(seed);
        story = begin();
    }

    public Story story() {
        return story;
    }

    public long accepted() {
        return accepted;
    }

    /** One more order; what became of it. */
    public Decision step() {
        if (++orders > ORDERS_PER_CASE || (isArchived() && random.nextInt(3) == 0)) {
            story = begin();
            orders = 0;
        }
        story.after(Duration.ofMinutes(random.nextInt(30) == 0 ? random.nextInt(60_000) : random.nextInt(120)));
        story.parentIs(random.nextInt(4) == 0 ? any(CaseStatus.values()) : CaseStatus.FILED);
        var order = random.nextBoolean() ? onward() : anything();
        var decision = story.ask(order);
        if (decision instanceof Decision.Accepted a) {
            story.take(order, a);
            accepted++;
        }
        return decision;
    }

    private boolean isArchived() {
        return story.state().status() == CaseStatus.ARCHIVED;
    }

    private CaseOrder anything() {
        var actor = actor();
        return story.order(actor, command(name(actor)));
    }

    /** A step that leads on, by somebody who may take it; at random one would hardly ever see a case closed. */
    private CaseOrder onward() {
        var steps = ONWARD.stream()
                .filter(name ->
                        CaseTransitions.of(name).from().contains(story.state().status()))
                .toList();
        if (steps.isEmpty()) {
            return anything();
        }
        var name = steps.get(random.nextInt(steps.size()));
        var row = CaseTransitions.of(name);
        var who = Cast.ALL.stream()
                .filter(a -> row.roles().contains(a.role()))
                .filter(a -> !row.ownUnit()
                        || a.role() == Role.SHIFT_LEADER
                        || story.state().isHeldBy(a.unit()))
                .toList();
        return who.isEmpty() ? anything() : story.order(who.get(random.nextInt(who.size())), command(name));
    }

    private Story begin() {
        var policy = switch (random.nextInt(4)) {
            case 0 -> Policies.filingInTwoSteps();
            case 1 -> Policies.completionInOneStep();
            default -> CasePolicy.BUILT_IN;
        };
        var fresh = new Story(policy);
        var reporter = random.nextBoolean() ? Cast.REPORTER : Cast.COLLECTOR;
        return fresh.did(reporter, Asks.report(Asks.CASE, any(Source.values())));
    }

    /** Now and then somebody in another role, for another unit, or on behalf of somebody. */
    private Actor actor() {
        var actor = Cast.ALL.get(random.nextInt(Cast.ALL.size()));
        if (random.nextInt(6) == 0) {
            actor = Cast.as(actor, any(Role.values()), unit());
        }
        return random.nextInt(6) == 0 ? Cast.onBehalfOf(actor, Cast.ALL.get(random.nextInt(Cast.ALL.size()))) : actor;
    }

    private UnitCode unit() {
        return any(new UnitCode[] {Cast.WATER, Cast.ROADS, Cast.CENTRE, Cast.EAST});
    }

    /** Mostly something that is possible, or one would not get far. */
    private CaseCommandName name(Actor actor) {
        var allowed = CaseRules.allowed(story.state(), actor, story.now(), story.policy(), ElapsedHours.PROFILE);
        return allowed.isEmpty() || random.nextInt(5) == 0 ? any(NAMES) : allowed.get(random.nextInt(allowed.size()));
    }

    private CaseCommand command(CaseCommandName name) {
        var person = candidate(name);
        return switch (name) {
            case REQUEST_VERIFICATION -> new CaseCommand.RequestVerification(Asks.CASE, person);
            case REQUEST_CHECK -> new CaseCommand.RequestCheck(Asks.CASE, person);
            case ASSIGN_HANDLER -> new CaseCommand.AssignHandler(Asks.CASE, person);
            case REASSIGN_HANDLER -> new CaseCommand.ReassignHandler(Asks.CASE, person);
            case SUBMIT_VERIFICATION ->
                new CaseCommand.SubmitVerification(
                        Asks.CASE, any(Verdict.values()), List.of(Asks.shown(EvidenceStage.VERIFICATION)), null);
            case FILE_CASE -> new CaseCommand.FileCase(Asks.CASE, Asks.RUBBISH, Asks.STANDARD, random.nextBoolean());
            case DISPATCH_CASE -> new CaseCommand.DispatchCase(Asks.CASE, unit(), false, limit());
            case SUBMIT_CHECK -> Asks.check(random.nextBoolean() ? CheckResult.PASS : any(CheckResult.values()));
            case CLOSE_CASE -> new CaseCommand.CloseCase(Asks.CASE, null, random.nextBoolean());
            case REQUEST_EXTENSION -> new CaseCommand.RequestExtension(Asks.CASE, limit());
            case SUPERVISE -> new CaseCommand.Supervise(Asks.CASE, random.nextInt(5), null);
            case RECORD_CALLBACK ->
                new CaseCommand.RecordCallback(Asks.CASE, true, true, random.nextBoolean(), any(Satisfaction.values()));
            case REVIEW_APPEAL -> new CaseCommand.ReviewAppeal(Asks.CASE, any(AppealResult.values()));
            default -> Asks.of(name, story.now());
        };
    }

    /** Mostly somebody of the role that is needed. */
    private PersonId candidate(CaseCommandName name) {
        boolean handler = name == CaseCommandName.ASSIGN_HANDLER || name == CaseCommandName.REASSIGN_HANDLER;
        var role = handler ? Role.HANDLER : Role.GRID_MEMBER;
        var fit = Cast.ALL.stream().filter(a -> a.role() == role).toList();
        var among = random.nextInt(5) == 0 ? Cast.ALL : fit;
        return among.get(random.nextInt(among.size())).person();
    }

    private Limit limit() {
        return new Limit(1 + random.nextInt(100), any(LimitUnit.values()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
