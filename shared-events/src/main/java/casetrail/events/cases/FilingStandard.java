package casetrail.events.cases;

import casetrail.events.Bounded;

/** The row of the catalogue by which a case was filed. */
public record FilingStandard(String catalogue, String version, String row) {

    public FilingStandard {
        Bounded.text("catalogue", catalogue, 60);
        Bounded.text("version", version, 40);
        Bounded.text("row", row, 80);
    }
}
