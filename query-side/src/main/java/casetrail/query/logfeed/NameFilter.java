package casetrail.query.logfeed;

import casetrail.events.wire.EventNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which stored names are wanted: whole names, and beginnings that end in a dot. For one thread. */
final class NameFilter {

    private final List<String> wanted;

    /** Names repeat; there are no more of them than the table of names has, and a newer version's few. */
    private final Map<String, Boolean> decided = new HashMap<>();

    NameFilter(List<String> wanted) {
        this.wanted = List.copyOf(wanted);
    }

    boolean passes(String name) {
        return wanted.isEmpty() || decided.computeIfAbsent(name, this::decide);
    }

    /** @throws IllegalArgumentException if nothing is stored under such a name */
    static String checked(String wanted) {
        boolean known = EventNames.CATALOGUE.types().stream()
                .anyMatch(t -> t.name().equals(wanted)
                        || (wanted.endsWith(".") && t.name().startsWith(wanted)));
        if (!known) {
            throw new IllegalArgumentException("no event is stored under that name, and no family begins like that");
        }
        return wanted;
    }

    private boolean decide(String name) {
        return wanted.stream().anyMatch(w -> w.endsWith(".") ? name.startsWith(w) : name.equals(w));
    }
}
