package casetrail.command.cases;

import casetrail.events.cases.Classification;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some of the classes of a city's catalogue.
 *
 * @param all whether every class is among them
 * @param listed the ones that are, if not all
 */
public record CaseClasses(boolean all, Set<Classification> listed) {

    public static final CaseClasses ALL = new CaseClasses(true, Set.of());
    public static final CaseClasses NONE = new CaseClasses(false, Set.of());

    public CaseClasses {
        listed = Set.copyOf(listed);
    }

    public static CaseClasses of(Classification... listed) {
        return new CaseClasses(false, Set.of(listed));
    }

    /** Whether a class is among them; a case without a class is among all only. */
    boolean include(@Nullable Classification classification) {
        return all || (classification != null && listed.contains(classification));
    }
}
