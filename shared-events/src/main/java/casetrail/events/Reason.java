package casetrail.events;

import org.jspecify.annotations.Nullable;

/**
 * Why something was done: a code that everybody may read, and words that only those entitled may.
 *
 * @param code upper case, for example {@code WRONG_UNIT}
 */
public record Reason(String code, @Nullable Sealed text) {

    private static final Form CODE = Form.of("", "A-Z", "A-Z0-9_", 2, 40);

    public Reason {
        if (!CODE.fits(code)) {
            throw new IllegalArgumentException(
                    "not a reason code: '%s' (2 to 40 of A-Z, 0-9, underscore)".formatted(Bounded.shown(code)));
        }
    }
}
