package casetrail.standalone.imports;

import static casetrail.standalone.imports.ForeignRequest.Standing.ACCEPTED;
import static casetrail.standalone.imports.ForeignRequest.Standing.CLOSED;
import static casetrail.standalone.imports.ForeignRequest.Standing.DISPATCHED;
import static casetrail.standalone.imports.Step.ASSUMED_STEP;
import static casetrail.standalone.imports.Step.ASSUMED_TIME;

import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseFacts;
import casetrail.events.Actor;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.ExternalReference;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the history of a foreign request as steps of our life-cycle. What the source says and what is assumed is written down in
 * {@code docs/imports.md}, row by row; the steps carry the same as flags.
 */
final class Script {

    private static final String HISTORY = "IMPORTED_HISTORY";
    private static final String CATALOGUE_VERSION = "1";

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
        opening("accept", lead, null, CaseFacts.NONE, List.of(), s -> new CaseCommand.AcceptAssignment(caseId));
        if (request.standing() != ACCEPTED) {
            var handler = cast.handler(request.unit()).person();
            var facts = new CaseFacts(Set.of(request.unit()), true, null);
            opening(
                    "assign",
                    lead,
                    null,
                    facts,
                    List.of(handler.value()),
                    s -> new CaseCommand.AssignHandler(caseId, handler));
        }
        if (request.standing() == CLOSED) {
            close(lead);
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
                        external)
                .map(Object::toString)
                .toList();
        var flags = request.anomalies().stream().map(Enum::name).toList();
        step(
                "register",
                cast.acceptor(),
                request.opened(),
                flags,
                null,
                CaseFacts.NONE,
                asked,
                supplies -> new CaseCommand.RegisterReport(
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
                format.client(), CATALOGUE_VERSION, classification.majorClass() + "/" + classification.subclass());
        boolean waive = request.source() == Source.PUBLIC;
        var asked = List.of(standard.toString(), Boolean.toString(waive));
        opening(
                "file",
                cast.shiftLeader(),
                waive ? HISTORY : null,
                CaseFacts.NONE,
                asked,
                s -> new CaseCommand.FileCase(caseId, classification, standard, waive));
    }

    private void dispatch() {
        var asked = List.of(request.unit().value(), String.valueOf(request.limit()));
        step(
                "dispatch",
                cast.dispatcher(),
                request.opened(),
                List.of(ASSUMED_TIME),
                null,
                CaseFacts.NONE,
                asked,
                s -> new CaseCommand.DispatchCase(caseId, request.unit(), false, request.limit()));
    }

    // Words that are sealed stay out of what is hashed: a hash of few words, kept in the clear, would give them away.
    private void progress(Actor lead, Instant at, String words) {
        step(
                "progress",
                lead,
                at,
                List.of(),
                null,
                CaseFacts.NONE,
                List.of(),
                supplies -> new CaseCommand.RecordProgress(caseId, supplies.seal(caseId, "note", words), List.of()));
    }

    private void close(Actor lead) {
        var words = Objects.requireNonNullElse(request.result(), "The source says nothing about the result.");
        closing(
                "complete",
                cast.handler(request.unit()),
                null,
                List.of(),
                supplies -> new CaseCommand.ReportCompletion(caseId, supplies.seal(caseId, "result", words), List.of()),
                ASSUMED_STEP);
        closing("confirm", lead, null, List.of(), s -> new CaseCommand.ConfirmCompletion(caseId), ASSUMED_STEP);
        closing("close", cast.closer(), HISTORY, List.of(), s -> new CaseCommand.CloseCase(caseId, null, true));
    }

    private void reject(RejectionGround ground, String reasonCode) {
        closing(
                "reject",
                cast.closer(),
                reasonCode,
                List.of(ground.name()),
                s -> new CaseCommand.RejectReport(caseId, ground));
    }

    private void opening(
            String name,
            Actor actor,
            @Nullable String reasonCode,
            CaseFacts facts,
            List<String> asked,
            Function<Supplies, CaseCommand> command) {
        step(name, actor, request.opened(), List.of(ASSUMED_STEP), reasonCode, facts, asked, command);
    }

    private void closing(
            String name,
            Actor actor,
            @Nullable String reasonCode,
            List<String> asked,
            Function<Supplies, CaseCommand> command,
            String... moreFlags) {
        var ended = Objects.requireNonNull(request.ended(), "only an end is told by closing steps");
        var anomalies = request.anomalies().stream().filter(Anomaly::ofClosing).map(Enum::name);
        var flags = Stream.concat(anomalies, Arrays.stream(moreFlags)).toList();
        step(name, actor, ended, flags, reasonCode, CaseFacts.NONE, asked, command);
    }

    private void step(
            String name,
            Actor actor,
            Instant occurredAt,
            List<String> flags,
            @Nullable String reasonCode,
            CaseFacts facts,
            List<String> asked,
            Function<Supplies, CaseCommand> command) {
        steps.add(new Step(name, actor, occurredAt, flags, reasonCode, facts, asked, command));
    }
}
