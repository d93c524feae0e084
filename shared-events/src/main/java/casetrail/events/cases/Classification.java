package casetrail.events.cases;

import casetrail.events.Bounded;
import casetrail.events.Form;

/** Major class and subclass by their codes in the catalogue of filing standards; a subclass is unique only inside its class. */
public record Classification(String majorClass, String subclass) {

    private static final Form CODE = Form.of("", "0-9A-Za-z", "0-9A-Za-z_.-", 1, 40);

    public Classification {
        for (var code : new String[] {majorClass, subclass}) {
            if (!CODE.fits(code)) {
                throw new IllegalArgumentException("not a class code: '%s' (1 to 40 letters, digits, '_', '.', '-')"
                        .formatted(Bounded.shown(code)));
            }
        }
    }
}
