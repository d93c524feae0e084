package casetrail.query.caselist;

import casetrail.events.GridCode;
import casetrail.views.Condition;
import casetrail.views.Scope;
import casetrail.views.ViewReader;
import casetrail.views.store.ViewTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The areas that a grid lies in, as far as its code tells: everything before a hyphen or a dot; in a code of digits the county, the street
 * and the community (6, 9 and 12 digits, domain 2). A network of areas with codes of any form takes this over when there is one.
 */
final class Areas {

    /** The most grids that are added up. */
    static final int GRIDS_MAX = 20_000;

    private static final int[] TIERS = {6, 9, 12};

    private Areas() {}

    /** The grid itself and all areas around it, the widest first. */
    static List<String> of(GridCode grid) {
        var code = grid.value();
        var areas = new ArrayList<String>();
        boolean digits = code.chars().allMatch(c -> c >= '0' && c <= '9');
        for (int end : TIERS) {
            if (digits && end < code.length()) {
                areas.add(code.substring(0, end));
            }
        }
        for (int i = 1; i < code.length(); i++) {
            if (code.charAt(i) == '-' || code.charAt(i) == '.') {
                areas.add(code.substring(0, i));
            }
        }
        areas.add(code);
        return areas;
    }

    /**
     * How many cases lie in which area, those with the most first. Added up from the grids, because that is counted much faster than every
     * area of every case; a city of more grids than {@link #GRIDS_MAX} is counted the other way.
     */
    static List<ViewTable.Count> counted(ViewReader<CaseListing> reader, Scope scope, Condition where) {
        var grids = reader.counts(scope, where, CaseFields.GRID, GRIDS_MAX + 1);
        if (grids.size() > GRIDS_MAX) {
            return reader.counts(scope, where, CaseFields.AREAS, CaseCounts.VALUES_MAX + 1);
        }
        var areas = new TreeMap<String, Long>();
        for (var grid : grids) {
            of(new GridCode(grid.value())).forEach(area -> areas.merge(area, grid.documents(), Long::sum));
        }
        return areas.entrySet().stream()
                .map(e -> new ViewTable.Count(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(ViewTable.Count::documents)
                        .reversed()
                        .thenComparing(ViewTable.Count::value))
                .limit(CaseCounts.VALUES_MAX + 1)
                .toList();
    }
}
