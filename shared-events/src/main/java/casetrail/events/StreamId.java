package casetrail.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one stream of the log; what stands before the first hyphen is its family ({@code case}, {@code person}, {@code access}). */
public record StreamId(@JsonValue String value) {

    /** The longest stream name any engine has to hold. */
    public static final int LENGTH_MAX = 96;

    static final Form FORM = Form.of("a-z", 2, 16).then(Form.of("0-9A-Za-z._-", 1, 79));

    @JsonCreator
    public StreamId {
        if (!FORM.fits(value)) {
            throw new IllegalArgumentException(
                    "not a stream id: '%s' (family, hyphen, up to 79 letters, digits, '.', '_' or '-')"
                            .formatted(Bounded.shown(value)));
        }
    }

    /** The family: which sealed type the stream's events belong to. */
    public String family() {
        return value.substring(0, value.indexOf('-'));
    }

    @Override
    public String toString() {
        return value;
    }
}
