package casetrail.query.asking;

import casetrail.edge.identity.Asker;
import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseAudience;
import casetrail.query.casefile.CaseFile;
import casetrail.views.Condition;
import casetrail.views.Field;
import casetrail.views.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who may know of which document of a case: {@link CaseAudience} in the words of a view. Every view of cases has these fields. */
public final class KnownTo {

    /** The unit that holds the case. */
    public static final String UNIT = "unit";

    private static final String VISIBILITY = "visibility";
    private static final String ORDINARY = "ordinary";
    private static final String RESTRICTED = "restricted";

    /** Those who have to do with the case. Only asked for by a scope, for its own person: nobody else is found by it. */
    public static final String PEOPLE = "people";

    private KnownTo() {}

    /** The fields that {@link #condition} asks for. */
    public static <V> List<Field<V>> fields(Function<V, CaseFile> file) {
        return List.of(
                Field.term(VISIBILITY, v -> file.apply(v).overlays().restricted() == null ? ORDINARY : RESTRICTED),
                Field.term(UNIT, v -> {
                    var unit = file.apply(v).handling().unit();
                    return unit == null ? null : unit.value();
                }),
                Field.terms(
                        PEOPLE,
                        v -> file.apply(v).trace().people().stream()
                                .map(PersonId::value)
                                .toList()));
    }

    /** The documents of cases that the reader may know of. */
    public static Condition condition(Scope scope) {
        var audiences =
                scope.standings().stream().map(s -> CaseAudience.of(s.role())).collect(Collectors.toSet());
        if (audiences.contains(CaseAudience.EVERY_CASE)) {
            return Condition.everything();
        }
        if (audiences.isEmpty()) {
            return Condition.nothing();
        }
        var known = new ArrayList<Condition>();
        if (audiences.contains(CaseAudience.ORDINARY_CASES)) {
            // First what nearly every case answers, and cheaply.
            known.add(Condition.is(VISIBILITY, ORDINARY));
            var units = units(scope);
            if (!units.isEmpty()) {
                known.add(new Condition.Is(UNIT, units));
            }
        }
        known.add(new Condition.HasAny(PEOPLE, Set.of(scope.person().value())));
        return known.size() == 1 ? known.getFirst() : new Condition.Any(known);
    }

    /** Who asks, as a view takes it. */
    public static Scope scope(Asker asker, String purpose) {
        return new Scope(
                asker.person(),
                asker.standings().stream()
                        .map(s -> new Scope.Standing(s.role(), s.unit()))
                        .toList(),
                purpose);
    }

    /** A unit counts only with a standing that lets its holder know of ordinary cases. */
    private static Set<String> units(Scope scope) {
        var units = new LinkedHashSet<String>();
        for (var standing : scope.standings()) {
            UnitCode unit = standing.unit();
            if (unit != null && CaseAudience.of(standing.role()) == CaseAudience.ORDINARY_CASES) {
                units.add(unit.value());
            }
        }
        return units;
    }
}
