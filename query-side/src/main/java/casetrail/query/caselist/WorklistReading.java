package casetrail.query.caselist;

import casetrail.events.Role;
import casetrail.query.casefile.Coded;
import casetrail.query.casefile.Tongue;
import casetrail.views.Condition;
import casetrail.views.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Counts what waits for somebody by each standing. */
record WorklistReading(CaseLists lists, CaseLists.Reader reader, Instant now) {

    Worklists all() {
        var scope = reader.scope();
        var worklists = new ArrayList<Worklists.Worklist>();
        for (var standing : new LinkedHashSet<>(scope.standings())) {
            var bench = Bench.own(scope.person(), standing);
            var duties = Duty.of(standing.role());
            if (bench != null && !duties.isEmpty()) {
                worklists.add(worklist(standing, duties, bench));
            }
        }
        return new Worklists(worklists, now);
    }

    private Worklists.Worklist worklist(Scope.Standing standing, List<Duty> duties, Bench bench) {
        var all = Duty.waiting(duties, bench);
        var waiting = duties.stream()
                .map(d -> new Worklists.Waiting(d.command().path(), count(d.waiting(bench))))
                .filter(w -> w.cases() > 0)
                .toList();
        var role = standing.role();
        var unit = Bench.isOfUnits(role) ? standing.unit() : null;
        return new Worklists.Worklist(
                words(role),
                unit,
                count(all),
                count(all.and(CaseFilters.overdueAt(now))),
                waiting,
                WorklistController.PATH + "/" + Worklists.path(role) + (unit == null ? "" : "?unit=" + unit));
    }

    private long count(Condition where) {
        return lists.reader().count(reader.scope(), where);
    }

    private Coded words(Role role) {
        return new Coded(role.name(), reader.tongue() == Tongue.CHINESE ? role.chinese() : role.english());
    }
}
