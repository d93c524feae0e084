package casetrail.events.wire;

import java.util.regex.Pattern;

/**
 * How a kind of event is called in the store, for ever.
 *
 * @param name lower case with a dot, for example {@code case.filed}; its first part is the family
 * @param revision of the payload, from 1
 */
public record StoredName(String name, int revision) {

    private static final Pattern FORM = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");

    public StoredName {
        if (!FORM.matcher(name).matches() || revision < 1) {
            throw new IllegalArgumentException("not a stored name: %s revision %d".formatted(name, revision));
        }
    }

    @Override
    public String toString() {
        return name + " revision " + revision;
    }
}
