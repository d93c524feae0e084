package casetrail.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one person for ever, by a pseudonym: {@code person-} and 1 to 40 lower-case letters, digits or hyphens. */
public record PersonId(@JsonValue String value) {

    private static final Form FORM = Form.of("person-", "0-9a-z", "0-9a-z-", 1, 40);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (!FORM.fits(value)) {
            throw new IllegalArgumentException(
                    "not a person id (person- and 1 to 40 of a-z, 0-9, hyphen): '%s'".formatted(Bounded.shown(value)));
        }
    }

    /** The stream that holds everything that happened to it. */
    public StreamId stream() {
        return new StreamId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
