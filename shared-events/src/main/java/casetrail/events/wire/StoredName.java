package casetrail.events.wire;

/**
 * How a kind of event is called in the store, for ever.
 *
 * @param name lower case with a dot, for example {@code case.filed}; its first part is the family
 * @param revision of the payload, from 1
 */
public record StoredName(String name, int revision) {

    public StoredName {
        if (!isWords(name) || revision < 1) {
            throw new IllegalArgumentException("not a stored name: %s revision %d".formatted(name, revision));
        }
    }

    /** Words of lower-case letters: one, a dot, one, and more behind hyphens. */
    private static boolean isWords(String name) {
        boolean dot = false;
        boolean begins = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z') {
                begins = false;
            } else if (!begins && (dot ? c == '-' : c == '.')) {
                dot = true;
                begins = true;
            } else {
                return false;
            }
        }
        return dot && !begins;
    }

    @Override
    public String toString() {
        return name + " revision " + revision;
    }
}
