package casetrail.events.views;

import casetrail.events.StreamId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a view, in kebab case. Engines name their tables and collections after it. */
public record ViewName(@JsonValue String value) implements Comparable<ViewName> {

    /** The longest name; with a version behind it, it is still a name for every engine. */
    public static final int LENGTH_MAX = 31;

    private static final Pattern FORM = Pattern.compile("[a-z](-?[a-z0-9]){0,30}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ViewName {
        if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a view's name (up to %d of a-z, 0-9 and single hyphens): '%s'"
                    .formatted(LENGTH_MAX, value.length() > LENGTH_MAX ? "..." : value));
        }
    }

    /** The stream of what is decided about the view. */
    public StreamId stream() {
        return new StreamId(ViewEvent.FAMILY + "-" + value);
    }

    @Override
    public int compareTo(ViewName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
