package casetrail.query.caselist;

import casetrail.events.GridCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The areas that a grid lies in, as far as its code tells: everything before a hyphen or a dot; in a code of digits the county, the street
 * and the community (6, 9 and 12 digits, domain 2). A network of areas with codes of any form takes this over when there is one.
 */
final class Areas {

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
}
