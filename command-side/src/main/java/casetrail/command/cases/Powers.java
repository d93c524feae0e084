package casetrail.command.cases;

import casetrail.events.UnitCode;
import casetrail.events.cases.Classification;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list of powers and responsibilities: which units may get cases of which class.
 *
 * @param version stands in every dispatch that it allowed
 * @param units by class; a class that is not in it may go to every unit
 */
public record Powers(String version, Map<Classification, Set<UnitCode>> units) {

    /** No list is published: every unit may get every case. */
    public static final Powers UNRESTRICTED = new Powers("unrestricted@1", Map.of());

    public Powers {
        units = Map.copyOf(units);
    }

    boolean allow(@Nullable Classification classification, UnitCode unit) {
        var named = classification == null ? null : units.get(classification);
        return named == null || named.contains(unit);
    }
}
