package casetrail.events;

/**
 * What an identifier looks like: a prefix, then one character of some and further ones of some. Every event that is read holds a dozen
 * identifiers, and as regular expressions they took a fifth of the time of reading it.
 */
public sealed interface Form {

    /** Whether the text has this form. */
    default boolean fits(String text) {
        return fits(text, 0, text.length());
    }

    /** Whether a part of the text has this form. */
    boolean fits(String text, int from, int until);

    /** The same as a regular expression. */
    @Override
    String toString();

    /**
     * A prefix and what follows.
     *
     * @param first which characters come first behind the prefix, written as between the brackets of a regular expression,
     *     without escapes and a hyphen only at the end: {@code 0-9a-z_-}
     * @param further which come then
     * @param min the fewest characters behind the prefix, at least 1
     * @param max the most
     */
    static Form of(String prefix, String first, String further, int min, int max) {
        return new Word(prefix, first, further, min, max);
    }

    /** One set of characters, without a prefix. */
    static Form of(String characters, int min, int max) {
        return of("", characters, characters, min, max);
    }

    /** This form, a hyphen, and another one; this one holds no hyphen. */
    default Form then(Form rest) {
        return new Hyphenated(this, rest);
    }

    /** Characters in a row. */
    final class Word implements Form {

        private static final int ASCII = 128;

        private final String prefix;
        private final boolean[] first;
        private final boolean[] further;
        private final int min;
        private final int max;
        private final String written;

        private Word(String prefix, String first, String further, int min, int max) {
            this.prefix = prefix;
            this.first = characters(first);
            this.further = characters(further);
            this.min = min;
            this.max = max;
            this.written = first.equals(further)
                    ? "%s[%s]%s".formatted(prefix, first, times(min, max))
                    : "%s[%s][%s]%s".formatted(prefix, first, further, times(min - 1, max - 1));
        }

        @Override
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

        @Override
        public String toString() {
            return written;
        }

        private static String times(int min, int max) {
            return min == max ? "{%d}".formatted(min) : "{%d,%d}".formatted(min, max);
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

    /** Two forms with a hyphen between them. */
    record Hyphenated(Form head, Form rest) implements Form {

        @Override
        public boolean fits(String text, int from, int until) {
            int hyphen = text.indexOf('-', from);
            return hyphen >= 0 && hyphen < until && head.fits(text, from, hyphen) && rest.fits(text, hyphen + 1, until);
        }

        @Override
        public String toString() {
            return head + "-" + rest;
        }
    }
}
