package casetrail.query.upkeep;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.views.ViewName;
import casetrail.query.logfeed.RestrictedCases;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.store.Parked;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewTable;
import casetrail.views.upkeep.Upkeep;
import casetrail.views.upkeep.ViewState;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the views stand, and what is parked in them. */
@RestController
@RequestMapping("/api/views")
@Tag(name = "views")
class ViewsController {

    private static final Set<Role> READERS = EnumSet.of(Role.ADMIN, Role.AUDITOR, Role.ANALYST, Role.SUPERVISOR);
    private static final int PARKED_MAX = 500;

    private final Upkeep upkeep;
    private final ViewStore store;
    private final List<View<?>> views;
    private final RestrictedCases restricted;

    ViewsController(Upkeep upkeep, ViewStore store, List<View<?>> views, RestrictedCases restricted) {
        this.upkeep = upkeep;
        this.store = store;
        this.views = views;
        this.restricted = restricted;
    }

    /**
     * The views of this system.
     *
     * @param engine what keeps them
     */
    record ViewsAnswer(String engine, List<ViewState> views) {}

    /**
     * A parked event: where it stands, and what went wrong. What the case says is read as the case, by those who may.
     *
     * @param error absent for those that wait behind another
     * @param wish what was ordered about it and is not done yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParkedAnswer(
            String stream,
            long sequence,
            long position,
            @Nullable String error,
            Parked.@Nullable Wish wish) {

        static ParkedAnswer of(Parked parked, Withheld withheld) {
            return new ParkedAnswer(
                    parked.stream().value(),
                    parked.sequence(),
                    parked.position(),
                    withheld.error(parked),
                    parked.wish());
        }
    }

    @Operation(
            operationId = "list-views",
            summary = "Every view with its versions, how far each is, and what is parked")
    @GetMapping
    ViewsAnswer list(Asker asker) {
        onlyReaders(asker);
        var withheld = Withheld.from(asker, restricted);
        return new ViewsAnswer(
                store.engine(), upkeep.states().stream().map(withheld::of).toList());
    }

    @Operation(operationId = "get-view", summary = "One view with its versions, their progress and reports")
    @GetMapping("/{view}")
    ViewState get(@PathVariable String view, Asker asker) {
        onlyReaders(asker);
        return upkeep.states().stream()
                .filter(s -> s.view().value().equals(view))
                .findFirst()
                .map(Withheld.from(asker, restricted)::of)
                .orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
    }

    @Operation(
            operationId = "list-parked-streams",
            summary = "The first parked event of each parked stream of a version")
    @GetMapping("/{view}/versions/{version}/parked")
    List<ParkedAnswer> parked(
            @PathVariable String view,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            Asker asker) {
        onlyReaders(asker);
        var faults = new Violations();
        var from = faults.optional("query:after", after, StreamId::new);
        bounded(faults, limit);
        faults.refuseIfAny();
        var withheld = Withheld.from(asker, restricted);
        return table(view, version).parkedStreams(Optional.ofNullable(from), false, limit).stream()
                .map(p -> ParkedAnswer.of(p, withheld))
                .toList();
    }

    @Operation(operationId = "list-parked-events", summary = "The parked events of one stream, in order")
    @GetMapping("/{view}/versions/{version}/parked/{stream}")
    List<ParkedAnswer> parkedOf(
            @PathVariable String view,
            @PathVariable int version,
            @PathVariable String stream,
            @RequestParam(defaultValue = "100") int limit,
            Asker asker) {
        onlyReaders(asker);
        var faults = new Violations();
        bounded(faults, limit);
        faults.refuseIfAny();
        var withheld = Withheld.from(asker, restricted);
        return table(view, version).parked(streamId(stream), limit).stream()
                .map(p -> ParkedAnswer.of(p, withheld))
                .toList();
    }

    private static void bounded(Violations faults, int limit) {
        if (limit < 1 || limit > PARKED_MAX) {
            faults.malformed(
                    "query:limit",
                    new IllegalArgumentException("a limit is a number from 1 to %d".formatted(PARKED_MAX)));
        }
    }

    private ViewTable table(String view, int number) {
        var declared = views.stream()
                .filter(v -> v.name().value().equals(view))
                .findFirst()
                .orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
        var known = store.buildings().stream()
                .map(b -> b.version())
                .filter(v -> v.view().equals(declared.name()) && v.number() == number)
                .findFirst()
                .orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
        return store.table(new ViewVersion(new ViewName(view), known.number()), declared.shape());
    }

    private static StreamId streamId(String stream) {
        try {
            return new StreamId(stream);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
    }

    private static void onlyReaders(Asker asker) {
        if (!asker.holdsAny(READERS)) {
            throw new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE)
                    .with("role", "-")
                    .with("allowed", "ADMIN, ANALYST, AUDITOR and SUPERVISOR"));
        }
    }
}
