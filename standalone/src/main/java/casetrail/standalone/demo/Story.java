package casetrail.standalone.demo;

import static casetrail.events.cases.EvidenceStage.AFTER;
import static casetrail.events.cases.EvidenceStage.BEFORE;

import casetrail.command.cases.CaseCommand;
import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Datum;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.Source;
import casetrail.events.cases.Verdict;
import casetrail.standalone.catalogue.FilingStandards;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The usual way of a case, deed by deed, with the time that passes between them. */
final class Story {

    /** A grid is about half a kilometre wide; a place within it lies so many millionths of a degree off its corner. */
    private static final int WITHIN_GRID = 4_000;

    private final CaseId caseId;
    private final Scene scene;
    private final FilingStandards catalogue;
    private final Random random;
    private final Location location;
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Story> others = new ArrayList<>();
    private Duration now = Duration.ZERO;

    Story(CaseId caseId, Scene scene, FilingStandards catalogue, Random random) {
        this.caseId = caseId;
        this.scene = scene;
        this.catalogue = catalogue;
        this.random = random;
        this.location = somewhere();
    }

    CaseId caseId() {
        return caseId;
    }

    Scene scene() {
        return scene;
    }

    /** All deeds of this and of the stories beside it. */
    List<Deed> deeds() {
        return Stream.concat(deeds.stream(), others.stream().flatMap(o -> o.deeds().stream()))
                .toList();
    }

    /** How long it takes from its first deed to the last. */
    Duration length() {
        return deeds().stream().map(Deed::after).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Another report of the same thing, from now on beside this story's own beginning. */
    Story another() {
        var child = new Story(CaseId.forRequest(caseId.value(), "another"), scene, catalogue, random);
        others.add(child);
        return child;
    }

    /** So much time passes, a little more or less. */
    Story later(Duration about) {
        now = now.plusMillis((long) (about.toMillis() * (0.7 + 0.6 * random.nextDouble())));
        return this;
    }

    Story minutes(int about) {
        return later(Duration.ofMinutes(about));
    }

    Story hours(int about) {
        return later(Duration.ofHours(about));
    }

    Story does(Actor actor, Function<Props, CaseCommand> command) {
        return add(actor, channelOf(actor), null, command);
    }

    Story does(Actor actor, String reasonCode, String words, Function<Props, CaseCommand> command) {
        return add(actor, channelOf(actor), new Deed.Motive(reasonCode, words), command);
    }

    /** A grid member finds it. */
    Story found() {
        return does(
                scene.reporter(),
                p -> report(p, Source.COLLECTOR, scene.reporter().role()));
    }

    /** Somebody calls, and the acceptor writes it down. */
    Story called() {
        return add(
                scene.acceptor(),
                Channel.HOTLINE,
                null,
                p -> report(p, Source.PUBLIC, scene.acceptor().role()));
    }

    Story resolvedOnSite() {
        return does(
                scene.reporter(),
                p -> new CaseCommand.RecordOnSiteResolution(
                        caseId,
                        report(p, Source.COLLECTOR, Role.GRID_MEMBER, BEFORE, AFTER),
                        p.seal(caseId, "result", "当场处理完毕。 / Put right on the spot.")));
    }

    Story verificationAsked() {
        return minutes(9)
                .does(
                        scene.acceptor(),
                        p -> new CaseCommand.RequestVerification(
                                caseId, scene.otherMember().person()));
    }

    Story verified(Verdict verdict) {
        return minutes(22)
                .does(
                        scene.otherMember(),
                        p -> new CaseCommand.SubmitVerification(
                                caseId,
                                verdict,
                                p.pictures(EvidenceStage.VERIFICATION),
                                p.seal(caseId, "note", "已到现场核实。 / Went there and looked.")));
    }

    Story rejected(RejectionGround ground) {
        return minutes(8)
                .does(
                        scene.acceptor(),
                        ground.name(),
                        "不符合立案条件。 / The conditions for filing are not met.",
                        p -> new CaseCommand.RejectReport(caseId, ground));
    }

    Story filed() {
        return minutes(10)
                .does(
                        scene.shiftLeader(),
                        "OBVIOUS",
                        "情况明确，无需核实。 / Plain enough, no need to verify.",
                        p -> new CaseCommand.FileCase(caseId, scene.subclass().classification(), standard(), true));
    }

    Story dispatched() {
        return dispatchedTo(scene.unit());
    }

    Story dispatchedTo(UnitCode unit) {
        return minutes(9)
                .does(
                        scene.dispatcher(),
                        p -> new CaseCommand.DispatchCase(
                                caseId, unit, false, scene.row().limit().limit()));
    }

    Story accepted() {
        return minutes(15).does(scene.lead(), p -> new CaseCommand.AcceptAssignment(caseId));
    }

    Story assigned() {
        return minutes(6)
                .does(
                        scene.lead(),
                        p -> new CaseCommand.AssignHandler(
                                caseId, scene.handler().person()));
    }

    Story progressed() {
        return minutes(35)
                .does(
                        scene.handler(),
                        p -> new CaseCommand.RecordProgress(
                                caseId, p.seal(caseId, "note", "人员已到场，正在处理。 / On site, working on it."), List.of()));
    }

    Story completed(Duration work) {
        return later(work)
                .does(
                        scene.handler(),
                        p -> new CaseCommand.ReportCompletion(
                                caseId,
                                p.seal(
                                        caseId,
                                        "result",
                                        scene.row().closure().chinese() + "。 / "
                                                + scene.row().closure().english() + "."),
                                p.pictures(AFTER)));
    }

    Story confirmed() {
        return minutes(12).does(scene.lead(), p -> new CaseCommand.ConfirmCompletion(caseId));
    }

    Story checkAsked() {
        return minutes(10)
                .does(
                        scene.acceptor(),
                        p -> new CaseCommand.RequestCheck(
                                caseId, scene.otherMember().person()));
    }

    Story checked(CheckResult result) {
        return minutes(24)
                .does(
                        scene.otherMember(),
                        p -> new CaseCommand.SubmitCheck(
                                caseId,
                                result,
                                p.pictures(EvidenceStage.CHECK),
                                p.seal(caseId, "note", "已到现场核查。 / Went there and checked.")));
    }

    Story closed() {
        return minutes(14)
                .does(
                        scene.closer(),
                        p -> new CaseCommand.CloseCase(
                                caseId, scene.row().closure().chinese(), false));
    }

    /** From the report to the unit that signs for it. */
    Story underWay() {
        return found().filed().dispatched().accepted();
    }

    /** From the report to the unit's feedback, the work taking so long. */
    Story fedBack(Duration work) {
        return underWay().assigned().completed(work).confirmed();
    }

    /** From the report to the closing, the work taking so long. */
    Story wholly(Duration work) {
        return fedBack(work).checkAsked().checked(CheckResult.PASS).closed();
    }

    private Story add(
            Actor actor, Channel channel, Deed.@Nullable Motive reason, Function<Props, CaseCommand> command) {
        deeds.add(new Deed(now, caseId, deeds.size(), actor, channel, reason, command));
        return this;
    }

    private CaseCommand.RegisterReport report(Props p, Source source, Role by, EvidenceStage... pictures) {
        var shown = by == Role.GRID_MEMBER && pictures.length == 0 ? new EvidenceStage[] {BEFORE} : pictures;
        var caller = source == Source.PUBLIC ? p.seal(caseId, "contact", "hotline caller, number withheld") : null;
        return new CaseCommand.RegisterReport(
                caseId,
                p.number(),
                source,
                scene.subclass().kind(),
                scene.subclass().classification(),
                scene.publicText(),
                p.seal(caseId, "text", "现场情况见照片。 / See the picture for what it looks like."),
                caller,
                location,
                GridPlacement.in(scene.spot().grid().code(), City.GRID_VERSION),
                null,
                null,
                p.pictures(shown));
    }

    FilingStandard standard() {
        return new FilingStandard(
                catalogue.name(), catalogue.version(), scene.row().id());
    }

    private Location somewhere() {
        var latitude = scene.spot().grid().latitude().add(BigDecimal.valueOf(random.nextInt(WITHIN_GRID), 6));
        var longitude = scene.spot().grid().longitude().add(BigDecimal.valueOf(random.nextInt(WITHIN_GRID), 6));
        return new Location(latitude, longitude, Datum.WGS84, latitude + "," + longitude, scene.address(), null);
    }

    private static Channel channelOf(Actor actor) {
        return actor.role() == Role.GRID_MEMBER || actor.role() == Role.HANDLER ? Channel.MOBILE : Channel.WEB;
    }
}
