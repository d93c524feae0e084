package casetrail.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The SHA-256 of some bytes, as 64 lower-case hexadecimal digits. */
public record Sha256(@JsonValue String value) {

    private static final Form FORM = Form.of("0-9a-f", 64, 64);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sha256 {
        if (!FORM.fits(value)) {
            throw new IllegalArgumentException(
                    "not a SHA-256 (64 lower-case hexadecimal digits): '%s'".formatted(Bounded.shown(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
