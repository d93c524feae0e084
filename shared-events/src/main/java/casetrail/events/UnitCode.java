package casetrail.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a unit: an office, a department, a partner, a street or a community acting as one. */
public record UnitCode(@JsonValue String value) {

    private static final Form FORM = Form.of("", "A-Z0-9", "A-Z0-9._-", 1, 40);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitCode {
        if (!FORM.fits(value)) {
            throw new IllegalArgumentException("not a unit code (1 to 40 of A-Z, 0-9, dot, underscore, hyphen): '%s'"
                    .formatted(Bounded.shown(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
