package casetrail.events.refusals;

import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.Guard;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done. Its words, in the asker's language, are made from it at the edge.
 *
 * @param guard the condition that did not hold, if it was one
 * @param facts what the words need, for example {@code state} and {@code deadline}; never sealed text
 * @param allowed what the asker may do with the case instead; empty where that makes no sense
 */
public record Refusal(
        RefusalCode code, @Nullable Guard guard, SortedMap<String, String> facts, List<CaseCommandName> allowed) {

    public Refusal {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        allowed = List.copyOf(allowed);
    }

    public static Refusal of(RefusalCode code) {
        return new Refusal(code, null, new TreeMap<>(), List.of());
    }

    /** The same with one more fact. */
    public Refusal with(String fact, Object value) {
        var more = new TreeMap<>(facts);
        more.put(fact, value.toString());
        return new Refusal(code, guard, more, allowed);
    }

    /** The same, naming what is allowed instead. */
    public Refusal allowing(List<CaseCommandName> commands) {
        return new Refusal(code, guard, facts, commands);
    }
}
