package casetrail.command.viewing.http;

import casetrail.command.access.RefusedAsks;
import casetrail.command.viewing.ViewCommand;
import casetrail.command.viewing.axon.ViewOffice;
import casetrail.edge.engine.EngineProperties;
import casetrail.edge.identity.ActingWish;
import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.Reason;
import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.views.ViewName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What administrators order about views. Each order is an event with who and why. */
@RestController
@RequestMapping("/api/views/{view}")
@Tag(name = "views")
class ViewCommandsController {

    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    private final ViewOffice office;
    private final RefusedAsks refusals;
    private final InstantSource clock;
    private final String jurisdiction;

    ViewCommandsController(ViewOffice office, RefusedAsks refusals, InstantSource clock, EngineProperties properties) {
        this.office = office;
        this.refusals = refusals;
        this.clock = clock;
        this.jurisdiction = properties.jurisdiction();
    }

    /** Why; its code goes into the log. */
    record Why(@Nullable String reason) {}

    /** Names a version. */
    record OneVersion(@Nullable Integer version, @Nullable String reason) {}

    /** Names the version that is to be read. */
    record NextVersion(
            @Nullable Integer version,
            @Nullable Boolean acceptDifferences,
            @Nullable String reason) {}

    /** Names a parked event. */
    record ParkedEvent(
            @Nullable Integer version,
            @Nullable String stream,
            @Nullable Long sequence,
            @Nullable String reason) {}

    /**
     * What was done.
     *
     * @param event the stored name would be told by the log; this is what it says
     * @param sequence in the stream of the view
     */
    record ViewAnswer(String view, String command, Object event, long sequence, long position) {}

    @Operation(operationId = "rebuild-view", summary = "Build a new version of a view beside the one that is read")
    @ApiResponse(responseCode = "202", description = "It is ordered; GET /api/views/{view} tells how far it is")
    @PostMapping("/rebuild")
    ResponseEntity<ViewAnswer> rebuild(
            @PathVariable String view,
            @RequestBody(required = false) @Nullable Why body,
            Asker asker,
            ActingWish wish) {
        return obey(
                view,
                body == null ? null : body.reason(),
                asker,
                wish,
                (name, faults) -> new ViewCommand.Rebuild(name),
                202);
    }

    @Operation(operationId = "cut-over-view", summary = "Read another version of a view from now on")
    @PostMapping("/cut-over")
    ResponseEntity<ViewAnswer> cutOver(
            @PathVariable String view, @RequestBody NextVersion body, Asker asker, ActingWish wish) {
        return obey(
                view,
                body.reason(),
                asker,
                wish,
                (name, faults) -> new ViewCommand.CutOver(
                        name, version(faults, body.version()), Boolean.TRUE.equals(body.acceptDifferences())),
                200);
    }

    @Operation(operationId = "roll-back-view", summary = "Read an earlier version of a view again")
    @PostMapping("/roll-back")
    ResponseEntity<ViewAnswer> rollBack(
            @PathVariable String view, @RequestBody OneVersion body, Asker asker, ActingWish wish) {
        return obey(
                view,
                body.reason(),
                asker,
                wish,
                (name, faults) -> new ViewCommand.RollBack(name, version(faults, body.version())),
                200);
    }

    @Operation(operationId = "drop-view-version", summary = "Take a version of a view away that is not read")
    @PostMapping("/drop-version")
    ResponseEntity<ViewAnswer> drop(
            @PathVariable String view, @RequestBody OneVersion body, Asker asker, ActingWish wish) {
        return obey(
                view,
                body.reason(),
                asker,
                wish,
                (name, faults) -> new ViewCommand.DropVersion(name, version(faults, body.version())),
                200);
    }

    @Operation(operationId = "retry-parked-event", summary = "Fold the first parked event of a stream again")
    @PostMapping("/retry-parked")
    ResponseEntity<ViewAnswer> retry(
            @PathVariable String view, @RequestBody ParkedEvent body, Asker asker, ActingWish wish) {
        return obey(
                view,
                body.reason(),
                asker,
                wish,
                (name, faults) -> new ViewCommand.RetryParked(
                        name, version(faults, body.version()), stream(faults, body), sequence(faults, body)),
                202);
    }

    @Operation(operationId = "evict-parked-event", summary = "Leave the first parked event of a stream out of the view")
    @PostMapping("/evict-parked")
    ResponseEntity<ViewAnswer> evict(
            @PathVariable String view, @RequestBody ParkedEvent body, Asker asker, ActingWish wish) {
        return obey(
                view,
                body.reason(),
                asker,
                wish,
                (name, faults) -> new ViewCommand.EvictParked(
                        name, version(faults, body.version()), stream(faults, body), sequence(faults, body)),
                202);
    }

    private ResponseEntity<ViewAnswer> obey(
            String view,
            @Nullable String reason,
            Asker asker,
            ActingWish wish,
            BiFunction<ViewName, Violations, ViewCommand> read,
            int status) {
        var name = name(view);
        var faults = new Violations();
        var why = faults.optional("/reason", reason, code -> new Reason(code, null));
        var command = read.apply(name, faults);
        faults.refuseIfAny();
        var actor = actor(asker, wish, command);
        return switch (office.obey(command, actor.role(), envelope(actor, why))) {
            case ViewOffice.Outcome.Done done ->
                ResponseEntity.status(status)
                        .body(new ViewAnswer(
                                name.value(), command.name(), done.event(), done.sequence(), done.position()));
            case ViewOffice.Outcome.Refused refused -> {
                refusals.record(actor, name.stream(), command.name(), refused.refusal());
                throw new RefusedException(refused.refusal());
            }
        };
    }

    private Actor actor(Asker asker, ActingWish wish, ViewCommand command) {
        try {
            return asker.actingAs(wish, ADMIN);
        } catch (RefusedException e) {
            refusals.record(asker.onRecord(wish), command.view().stream(), command.name(), e.refusal());
            throw e;
        }
    }

    private Envelope envelope(Actor actor, @Nullable Reason why) {
        return new Envelope(
                actor,
                Channel.WEB,
                why,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Assurance.FIRST_HAND,
                List.of(),
                new TreeMap<>(),
                jurisdiction,
                null,
                UUID.randomUUID().toString(),
                null);
    }

    /** What cannot be the name of a view names none. */
    private static ViewName name(String view) {
        try {
            return new ViewName(view);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
    }

    /** Meaningless if it is a fault; then nothing is done with it. */
    private static int version(Violations faults, @Nullable Integer version) {
        if (version != null && version < 1) {
            faults.malformed("/version", new IllegalArgumentException("a version is a number from 1"));
        }
        return faults.present("/version", version) == null || version == null ? 1 : Math.max(1, version);
    }

    private static StreamId stream(Violations faults, ParkedEvent body) {
        var stream = faults.required("/stream", body.stream(), StreamId::new);
        return stream == null ? new StreamId("case-none") : stream;
    }

    private static long sequence(Violations faults, ParkedEvent body) {
        var sequence = body.sequence();
        if (sequence != null && sequence < 0) {
            faults.malformed("/sequence", new IllegalArgumentException("a sequence is a number from 0"));
        }
        return faults.present("/sequence", sequence) == null || sequence == null ? 0 : Math.max(0, sequence);
    }
}
