package casetrail.query.handling;

import casetrail.events.Recorded;
import casetrail.events.cases.CaseEvent;
import casetrail.query.casefile.Abridged;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.CaseFiles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case was handled.
 *
 * @param file in short; who may know of the case and how it stands is what the one fold of a case says
 * @param stints the newest, oldest first
 * @param acts the newest, oldest first
 * @param leftOut how many older stints and acts are not kept
 */
public record CaseHandling(CaseFile file, List<Stint> stints, List<Act> acts, int leftOut) {

    /** The most stints that are kept of a case. */
    static final int STINTS_MAX = 100;

    /** The most acts that are kept of a case. */
    static final int ACTS_MAX = 300;

    public CaseHandling {
        stints = List.copyOf(stints);
        acts = List.copyOf(acts);
    }

    /** The handling after one more event of the case. */
    static CaseHandling after(@Nullable CaseHandling before, Recorded<?> recorded) {
        var event = CaseFiles.ofCase(recorded);
        var file = Abridged.withoutClocks(CaseFile.after(before == null ? null : before.file(), event));
        var stints = StintFold.after(before == null ? List.of() : before.stints(), event);
        var acts = acts(before, event);
        int tooMany = Math.max(0, stints.size() - STINTS_MAX) + Math.max(0, acts.size() - ACTS_MAX);
        return new CaseHandling(
                file,
                newest(stints, STINTS_MAX),
                newest(acts, ACTS_MAX),
                (before == null ? 0 : before.leftOut()) + tooMany);
    }

    private static List<Act> acts(@Nullable CaseHandling before, Recorded<CaseEvent> event) {
        var acts = new ArrayList<Act>();
        if (before != null) {
            acts.addAll(before.acts());
        }
        Act.of(event).ifPresent(acts::add);
        return acts;
    }

    private static <T> List<T> newest(List<T> all, int max) {
        return all.subList(Math.max(0, all.size() - max), all.size());
    }
}
