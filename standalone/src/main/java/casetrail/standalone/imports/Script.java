package casetrail.standalone.imports;

import static casetrail.standalone.imports.ForeignRequest.Standing.ACCEPTED;
import static casetrail.standalone.imports.ForeignRequest.Standing.CLOSED;
import static casetrail.standalone.imports.ForeignRequest.Standing.DISPATCHED;
import static casetrail.standalone.imports.Step.ASSUMED_STEP;
import static casetrail.standalone.imports.Step.ASSUMED_TIME;

import casetrail.command.cases.CaseCommand;
import casetrail.events.Actor;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.ExternalReference;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the history of a foreign request as steps of our life-cycle. What the source says and what is assumed is written down in
 * {@code docs/imports.md}; the steps carry the same as flags.
 */
final class Script {

    private static final String HISTORY = "IMPORTED_HISTORY";
    private static final String CATALOGUE_VERSION = "1";
    private static final String NO_RESULT = "The source says nothing about the result.";

    private final RequestFormat format;
    private final ForeignRequest request;
    private final CaseId caseId;
    private final Cast cast;
    private final List<Step> steps = new ArrayList<>();

    private Script(RequestFormat format, ForeignRequest request) {
        this.format = format;
        this.request = request;
        this.caseId = caseId(format, request);
        this.cast = new Cast(format.city());
    }

    /** The case that a foreign request is, whenever and however often it is imported. */
    static CaseId caseId(RequestFormat format, ForeignRequest request) {
        return CaseId.forRequest(format.client(), request.key());
    }

    /** All steps, in order. */
    static List<Step> of(RequestFormat format, ForeignRequest request) {
        var script = new Script(format, request);
        script.register();
        switch (request.standing()) {
            case INVALID -> script.reject(RejectionGround.INVALID, "INVALID_IN_SOURCE");
            case REFERRED -> script.reject(RejectionGround.NOT_IN_SCOPE, "REFERRED_ELSEWHERE");
            case DUPLICATE -> script.reject(RejectionGround.INVALID, "DUPLICATE_IN_SOURCE");
            case DISPATCHED, ACCEPTED, IN_HANDS, CLOSED -> script.handle();
        }
        return List.copyOf(script.steps);
    }

    private void handle() {
        file();
        dispatch();
        if (request.standing() == DISPATCHED) {
            return;
        }
        var lead = cast.lead(request.unit());
        var handler = cast.handler(request.unit());
        opening("accept", lead).add(s -> new CaseCommand.AcceptAssignment(caseId));
        if (request.standing() != ACCEPTED) {
            opening("assign", lead)
                    .naming(handler)
                    .asking(handler.person().value())
                    .add(s -> new CaseCommand.AssignHandler(caseId, handler.person()));
        }
        if (request.standing() == CLOSED) {
            close(lead, handler);
        } else if (request.acted() != null && request.result() != null) {
            progress(lead, request.acted(), request.result());
        }
    }

    private void register() {
        var external = new ExternalReference(format.label(), request.key());
        var asked = Stream.of(
                request.source(),
                request.kind(),
                request.classification(),
                request.publicText(),
                request.location(),
                external);
        at("register", cast.acceptor(), request.opened())
                .flagged(request.anomalies().stream().map(Enum::name))
                .asking(asked.map(Object::toString).toArray(String[]::new))
                .add(supplies -> new CaseCommand.RegisterReport(
                        caseId,
                        supplies.number(),
                        request.source(),
                        request.kind(),
                        request.classification(),
                        request.publicText(),
                        null,
                        null,
                        request.location(),
                        GridPlacement.UNLOCATED,
                        null,
                        external,
                        List.of()));
    }

    private void file() {
        var classification = request.classification();
        var standard = new FilingStandard(
                format.label(), CATALOGUE_VERSION, row(classification.majorClass() + "/" + classification.subclass()));
        boolean waive = request.source() == Source.PUBLIC;
        opening("file", cast.shiftLeader())
                .because(waive ? HISTORY : null)
                .asking(standard.toString(), Boolean.toString(waive))
                .add(s -> new CaseCommand.FileCase(caseId, classification, standard, waive));
    }

    /** A filing names its row in at most 80 characters; two class codes of 40 and a slash have one more. */
    private static String row(String classes) {
        return classes.length() <= 80 ? classes : classes.substring(0, 80);
    }

    private void dispatch() {
        at("dispatch", cast.dispatcher(), request.opened())
                .flagged(Stream.of(ASSUMED_TIME))
                .asking(request.unit().value(), String.valueOf(request.limit()))
                .add(s -> new CaseCommand.DispatchCase(caseId, request.unit(), false, request.limit()));
    }

    // Words that are sealed stay out of what is hashed: a hash of few words, kept in the clear, would give them away.
    private void progress(Actor lead, Instant at, String words) {
        at("progress", lead, at)
                .add(supplies ->
                        new CaseCommand.RecordProgress(caseId, supplies.seal(caseId, "note", words), List.of()));
    }

    private void close(Actor lead, Actor handler) {
        var words = Objects.requireNonNullElse(request.result(), NO_RESULT);
        closing("complete", handler)
                .flagged(Stream.of(ASSUMED_STEP))
                .add(supplies ->
                        new CaseCommand.ReportCompletion(caseId, supplies.seal(caseId, "result", words), List.of()));
        closing("confirm", lead).flagged(Stream.of(ASSUMED_STEP)).add(s -> new CaseCommand.ConfirmCompletion(caseId));
        closing("close", cast.closer()).because(HISTORY).add(s -> new CaseCommand.CloseCase(caseId, null, true));
    }

    private void reject(RejectionGround ground, String reasonCode) {
        closing("reject", cast.closer())
                .because(reasonCode)
                .asking(ground.name())
                .add(s -> new CaseCommand.RejectReport(caseId, ground));
    }

    /** A step of which the source says nothing; it is put to the opening. */
    private Draft opening(String name, Actor actor) {
        return at(name, actor, request.opened()).flagged(Stream.of(ASSUMED_STEP));
    }

    private Draft closing(String name, Actor actor) {
        var ended = Objects.requireNonNull(request.ended(), "only an end is told by closing steps");
        return at(name, actor, ended)
                .flagged(request.anomalies().stream().filter(Anomaly::ofClosing).map(Enum::name));
    }

    private Draft at(String name, Actor actor, Instant moment) {
        return new Draft(name, actor, moment);
    }

    /** A step while it is being told. */
    private final class Draft {

        private final String name;
        private final Actor actor;
        private final Instant moment;
        private final List<String> flags = new ArrayList<>();
        private @Nullable Actor helper;
        private @Nullable String reasonCode;
        private List<String> asked = List.of();

        Draft(String name, Actor actor, Instant moment) {
            this.name = name;
            this.actor = actor;
            this.moment = moment;
        }

        Draft flagged(Stream<String> more) {
            more.forEach(flags::add);
            return this;
        }

        Draft naming(Actor other) {
            helper = other;
            return this;
        }

        Draft because(@Nullable String code) {
            reasonCode = code;
            return this;
        }

        Draft asking(String... words) {
            asked = List.of(words);
            return this;
        }

        void add(Function<Supplies, CaseCommand> command) {
            steps.add(new Step(name, actor, helper, moment, flags, reasonCode, asked, command));
        }
    }
}
