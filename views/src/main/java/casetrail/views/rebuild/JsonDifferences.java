package casetrail.views.rebuild;

import casetrail.views.rebuild.EquivalenceReport.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where two JSON documents differ. The order of names does not matter. */
final class JsonDifferences {

    /** The longest value that a report shows. */
    private static final int SHOWN_MAX = 200;

    private final List<Difference> found = new ArrayList<>();

    private JsonDifferences() {}

    static List<Difference> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        var differences = new JsonDifferences();
        differences.compare("", before, after);
        return differences.found;
    }

    private void compare(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (found.size() >= EquivalenceReport.FIELDS_MAX) {
            return;
        }
        if (before == null || after == null) {
            if (before != null || after != null) {
                found.add(new Difference(pointer, shown(before), shown(after)));
            }
        } else if (before.isObject() && after.isObject()) {
            var names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            for (var name : names) {
                compare(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), before.get(name), after.get(name));
            }
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(pointer + "/" + i, before.get(i), after.get(i));
            }
        } else if (!before.equals(after)) {
            found.add(new Difference(pointer, shown(before), shown(after)));
        }
    }

    private static @Nullable String shown(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        var text = node.toString();
        if (text.length() <= SHOWN_MAX) {
            return text;
        }
        // Half of a surrogate pair is nothing that every engine keeps.
        int end = Character.isHighSurrogate(text.charAt(SHOWN_MAX - 1)) ? SHOWN_MAX - 1 : SHOWN_MAX;
        return text.substring(0, end) + "...";
    }
}
