package casetrail.events;

/** Bounds on what may be stored, and on what of a refused value may be shown again in a message. */
public final class Bounded {

    private static final int SHOWN_MAX = 60;

    private Bounded() {}

    /** The value as it may stand in an error text: cut, and without control characters. */
    public static String shown(String value) {
        var cut = value.length() <= SHOWN_MAX ? value : value.substring(0, SHOWN_MAX) + "...";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }

    /**
     * The text itself, if it may be stored.
     *
     * @throws IllegalArgumentException if it is blank, longer than {@code lengthMax} UTF-16 units, or holds control
     *     characters other than tab and line breaks
     */
    public static String text(String field, String value, int lengthMax) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s is blank".formatted(field));
        }
        if (value.length() > lengthMax) {
            throw new IllegalArgumentException(
                    "%s has %d characters, at most %d are allowed".formatted(field, value.length(), lengthMax));
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
            throw new IllegalArgumentException("%s holds control characters".formatted(field));
        }
        return value;
    }
}
