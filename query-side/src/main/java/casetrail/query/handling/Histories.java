package casetrail.query.handling;

import casetrail.edge.views.Views;
import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseStatus;
import casetrail.query.asking.Freshness;
import casetrail.query.asking.KnownTo;
import casetrail.query.asking.Page;
import casetrail.query.asking.Parameters;
import casetrail.query.asking.RecentAnswers;
import casetrail.query.casefile.Coded;
import casetrail.query.casefile.Tongue;
import casetrail.views.Condition;
import casetrail.views.Field;
import casetrail.views.Order;
import casetrail.views.Scope;
import casetrail.views.Value;
import casetrail.views.ViewReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads how units and staff handled cases, as far as a reader may know of the cases. Safe for many threads. */
final class Histories {

    /** The most terms that are summed up for all units together. */
    static final int TERMS_MAX = 10_000;

    private static final Order NEWEST_FIRST = Order.down(HandlingHistory.UPDATED);

    private final ViewReader<CaseHandling> reader;
    private final Freshness freshness;
    private final InstantSource clock;
    private final RecentAnswers<UnitSums> recent = new RecentAnswers<>();

    Histories(Views views, Freshness freshness, InstantSource clock) {
        this.reader = views.reader(HandlingHistory.HANDLING);
        this.freshness = freshness;
        this.clock = clock;
    }

    UnitHistory of(UnitCode unit, Parameters asked, String path, Scope scope, Tongue tongue) {
        var page = page(asked, path, scope, HandlingHistory.UNITS, unit.value());
        return new UnitHistory(
                unit,
                page.rows().stream().map(r -> held(r.value(), unit, tongue)).toList(),
                page.next());
    }

    PersonHistory of(PersonId person, Parameters asked, String path, Scope scope, Tongue tongue) {
        var page = page(asked, path, scope, HandlingHistory.STAFF, person.value());
        return new PersonHistory(
                person,
                page.rows().stream()
                        .map(r -> actedOn(r.value(), person, tongue))
                        .toList(),
                page.next());
    }

    /** @param only one unit; absent for all */
    UnitSums sums(@Nullable UnitCode only, Parameters asked, Scope scope) {
        var position = Freshness.asked(asked);
        asked.refuseFaults();
        freshness.await(HandlingHistory.HANDLING.name(), position);
        var question = new Summed(only, KnownTo.condition(scope));
        return recent.of(question, position, () -> summed(only, scope));
    }

    private record Summed(@Nullable UnitCode only, Condition known) {}

    private UnitSums summed(@Nullable UnitCode only, Scope scope) {
        var now = clock.instant();
        var where = only == null
                ? Condition.everything()
                : new Condition.HasAny(HandlingHistory.UNITS, Set.of(only.value()));
        var found = reader.counts(scope, where, HandlingHistory.DEEDS, TERMS_MAX + 1);
        Map<String, Map<Deed, Long>> units = new TreeMap<>();
        for (var count : found.subList(0, Math.min(found.size(), TERMS_MAX))) {
            var term = Deed.Term.of(count.value());
            if (only == null || only.equals(term.unit())) {
                units.computeIfAbsent(term.unit().value(), u -> new EnumMap<>(Deed.class))
                        .merge(term.deed(), count.documents(), Long::sum);
            }
        }
        return new UnitSums(
                now,
                units.entrySet().stream()
                        .map(e -> sums(new UnitCode(e.getKey()), e.getValue()))
                        .toList(),
                found.size() <= TERMS_MAX);
    }

    private Page.Rows<CaseHandling> page(Parameters asked, String path, Scope scope, String field, String value) {
        var page = Page.of(asked, path, Field.Kind.NUMBER);
        var from = asked.moment("updated-from");
        var until = asked.moment("updated-until");
        var position = Freshness.asked(asked);
        asked.refuseFaults();
        freshness.await(HandlingHistory.HANDLING.name(), position);
        Condition where = new Condition.HasAny(field, Set.of(value));
        if (from != null || until != null) {
            where = where.and(new Condition.Between(
                    HandlingHistory.UPDATED,
                    from == null ? null : HandlingHistory.micros(from),
                    until == null ? null : HandlingHistory.micros(until)));
        }
        return page.read(
                reader,
                scope,
                where,
                NEWEST_FIRST,
                (f, h) ->
                        new Value.Whole(HandlingHistory.micros(h.file().trace().lastRecordedAt())));
    }

    private static UnitHistory.Held held(CaseHandling handling, UnitCode unit, Tongue tongue) {
        var file = handling.file();
        return new UnitHistory.Held(
                file.id(),
                file.number().value(),
                status(file.status(), tongue),
                file.trace().lastRecordedAt(),
                handling.stints().stream().filter(s -> s.unit().equals(unit)).toList(),
                handling.leftOut());
    }

    private static PersonHistory.ActedOn actedOn(CaseHandling handling, PersonId person, Tongue tongue) {
        var file = handling.file();
        List<Act> acts = new ArrayList<>(
                handling.acts().stream().filter(a -> a.person().equals(person)).toList());
        Collections.reverse(acts);
        return new PersonHistory.ActedOn(
                file.id(),
                file.number().value(),
                status(file.status(), tongue),
                file.trace().lastRecordedAt(),
                acts,
                handling.leftOut());
    }

    private static Coded status(CaseStatus status, Tongue tongue) {
        return new Coded(status.name(), tongue == Tongue.CHINESE ? status.chinese() : status.english());
    }

    private static UnitSums.Sums sums(UnitCode unit, Map<Deed, Long> deeds) {
        return new UnitSums.Sums(
                unit,
                times(deeds, Deed.STINTS),
                times(deeds, Deed.ACCEPTED),
                times(deeds, Deed.FEEDBACKS),
                times(deeds, Deed.LATE_FEEDBACKS),
                times(deeds, Deed.RETURNS),
                times(deeds, Deed.REWORKS),
                times(deeds, Deed.REOPENINGS),
                times(deeds, Deed.EXTENSIONS),
                times(deeds, Deed.SUSPENSIONS),
                times(deeds, Deed.SUPERVISIONS));
    }

    private static long times(Map<Deed, Long> deeds, Deed deed) {
        return deeds.getOrDefault(deed, 0L);
    }
}
