package casetrail.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a grid; opaque, because cities number their grids differently. */
public record GridCode(@JsonValue String value) {

    private static final Form FORM = Form.of("", "0-9A-Z", "0-9A-Za-z._-", 1, 40);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GridCode {
        if (!FORM.fits(value)) {
            throw new IllegalArgumentException(
                    "not a grid code (1 to 40 letters, digits, dot, underscore, hyphen): '%s'"
                            .formatted(Bounded.shown(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
