package casetrail.events.people;

import casetrail.events.Bounded;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name by which somebody logs in; a role and a number will do, a person's name need not be in it. */
public record AccountName(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "not an account name: '%s' (a letter, then 1 to 39 of a-z, 0-9, dot, underscore, hyphen)"
                            .formatted(Bounded.shown(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
