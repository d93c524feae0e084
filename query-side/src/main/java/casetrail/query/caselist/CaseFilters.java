package casetrail.query.caselist;

import casetrail.edge.problem.FaultRule;
import casetrail.events.Channel;
import casetrail.events.GridCode;
import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Classification;
import casetrail.events.cases.Source;
import casetrail.query.asking.Parameters;
import casetrail.views.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands by what cases are asked for; what is given together must hold together, of a repeated parameter one is enough, but of flags all. */
final class CaseFilters {

    /** The longest text that is looked for. */
    static final int TEXT_MAX = 100;

    private final Parameters parameters;
    private final List<Condition> parts = new ArrayList<>();

    private CaseFilters(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Which cases are meant; faults are noted with the parameters. */
    static Condition read(Parameters parameters, Instant now) {
        var filters = new CaseFilters(parameters);
        filters.terms();
        filters.moments();
        filters.overdue(now);
        filters.box();
        return filters.parts.isEmpty() ? Condition.everything() : new Condition.All(filters.parts);
    }

    private void terms() {
        any(CaseFields.STATE, parameters.words("state", Parameters.names(CaseStatus.class)));
        any(CaseFields.MAJOR_CLASS, parameters.all("class", c -> new Classification(c, "0").majorClass()));
        any(CaseFields.SUBCLASS, parameters.all("subclass", CaseFilters::subclass));
        any(CaseFields.UNIT, parameters.all("unit", UnitCode::new));
        any(CaseFields.HANDLER, parameters.all("assignee", PersonId::new));
        any(CaseFields.CHANNEL, parameters.words("channel", Parameters.names(Channel.class)));
        any(CaseFields.SOURCE, parameters.words("source", Parameters.names(Source.class)));
        var area = parameters.one("area", GridCode::new);
        if (area != null) {
            parts.add(new Condition.HasAll(CaseFields.AREAS, Set.of(area.value())));
        }
        var flags = parameters.words("flag", flags());
        if (!flags.isEmpty()) {
            parts.add(new Condition.HasAll(
                    CaseFields.FLAGS, flags.stream().map(CaseFlag::code).collect(Collectors.toSet())));
        }
        var words = parameters.one("text", CaseFilters::words);
        if (words != null) {
            parts.add(new Condition.HasAll(CaseFields.TEXT, words));
        }
    }

    private void moments() {
        between(CaseFields.OPENED, "opened-from", "opened-until");
        between(CaseFields.UPDATED, "updated-from", "updated-until");
        var before = parameters.moment("due-before");
        if (before != null) {
            parts.add(new Condition.Between(CaseFields.DUE, null, CaseFields.micros(before)));
        }
    }

    private void overdue(Instant now) {
        var overdue = parameters.word("overdue", Map.of("true", true, "false", false));
        if (overdue != null) {
            parts.add(overdue ? overdueAt(now) : new Condition.Any(List.of(notYetDue(now), noneDue())));
        }
    }

    /** Cases with a running clock whose deadline is passed. */
    static Condition overdueAt(Instant now) {
        return new Condition.Between(CaseFields.DUE, null, CaseFields.micros(now));
    }

    private static Condition notYetDue(Instant now) {
        return new Condition.Between(CaseFields.DUE, CaseFields.micros(now), null);
    }

    private static Condition noneDue() {
        return new Condition.Absent(CaseFields.DUE);
    }

    private void box() {
        var box = parameters.one("bbox", Box::of);
        if (box != null) {
            parts.add(box.condition());
        }
    }

    private void between(String field, String from, String until) {
        var first = parameters.moment(from);
        var end = parameters.moment(until);
        if (first != null && end != null && end.isBefore(first)) {
            parameters.violations().add("query:" + until, FaultRule.CONFLICTS, Map.of("other", from));
        }
        if (first != null || end != null) {
            parts.add(new Condition.Between(field, micros(first), micros(end)));
        }
    }

    private void any(String field, Collection<?> values) {
        if (!values.isEmpty()) {
            parts.add(new Condition.Is(
                    field, values.stream().map(Object::toString).collect(Collectors.toSet())));
        }
    }

    private static @Nullable Long micros(@Nullable Instant moment) {
        return moment == null ? null : CaseFields.micros(moment);
    }

    private static String subclass(String text) {
        var codes = text.split("/", -1);
        if (codes.length != 2) {
            throw new IllegalArgumentException("not a class and a subclass, like 01/0102");
        }
        var classification = new Classification(codes[0], codes[1]);
        return classification.majorClass() + "/" + classification.subclass();
    }

    private static Set<String> words(String text) {
        if (text.length() > TEXT_MAX) {
            throw new IllegalArgumentException("longer than %d characters".formatted(TEXT_MAX));
        }
        var words = new HashSet<>(SearchTerms.of(text, TEXT_MAX));
        if (words.isEmpty()) {
            throw new IllegalArgumentException("holds no letter and no digit");
        }
        return words;
    }

    private static Map<String, CaseFlag> flags() {
        return Arrays.stream(CaseFlag.values())
                .collect(Collectors.toMap(CaseFlag::code, f -> f, (a, b) -> a, TreeMap::new));
    }
}
