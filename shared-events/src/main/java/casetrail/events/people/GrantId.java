package casetrail.events.people;

import casetrail.events.Bounded;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names one grant of a person for ever; unique within the person's stream. */
public record GrantId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("grant-[0-9A-Za-z-]{1,40}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GrantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a grant id: '%s' (grant- and 1 to 40 letters, digits, hyphens)"
                    .formatted(Bounded.shown(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
