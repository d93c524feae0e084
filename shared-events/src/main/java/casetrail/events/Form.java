package casetrail.events;

/**
 * What an identifier looks like: a prefix, then one character of some and further ones of some. Every event that is read holds a dozen
 * identifiers, and as regular expressions they took a fifth of the time of reading it.
 */
public final class Form {

    private static final int ASCII = 128;

    private final String prefix;
    private final boolean[] first;
    private final boolean[] further;
    private final int min;
    private final int max;

    private Form(String prefix, boolean[] first, boolean[] further, int min, int max) {
        this.prefix = prefix;
        this.first = first;
        this.further = further;
        this.min = min;
        this.max = max;
    }

    /**
     * A prefix and what follows.
     *
     * @param first which characters come first behind the prefix, written as between the brackets of a regular expression,
     *     without escapes and a hyphen only at the end: {@code 0-9a-z_-}
     * @param further which come then
     * @param min the fewest characters behind the prefix, at least 1
     * @param max the most
     */
    public static Form of(String prefix, String first, String further, int min, int max) {
        return new Form(prefix, characters(first), characters(further), min, max);
    }

    /** One set of characters, without a prefix. */
    public static Form of(String characters, int min, int max) {
        return of("", characters, characters, min, max);
    }

    /** Whether the text has this form. */
    public boolean fits(String text) {
        return fits(text, 0, text.length());
    }

    /** Whether a part of the text has this form. */
    public boolean fits(String text, int from, int until) {
        int begin = from + prefix.length();
        int length = until - begin;
        if (length < min || length > max || !text.startsWith(prefix, from)) {
            return false;
        }
        if (!isAmong(first, text.charAt(begin))) {
            return false;
        }
        for (int i = begin + 1; i < until; i++) {
            if (!isAmong(further, text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(boolean[] characters, char c) {
        return c < ASCII && characters[c];
    }

    private static boolean[] characters(String written) {
        var set = new boolean[ASCII];
        int i = 0;
        while (i < written.length()) {
            boolean range = i + 2 < written.length() && written.charAt(i + 1) == '-';
            char last = range ? written.charAt(i + 2) : written.charAt(i);
            for (char c = written.charAt(i); c <= last; c++) {
                set[c] = true;
            }
            i += range ? 3 : 1;
        }
        return set;
    }
}
