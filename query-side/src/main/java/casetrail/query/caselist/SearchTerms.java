package casetrail.query.caselist;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into the terms by which it is found; texts and questions are cut alike. Letters and digits in a row are a word, in lower case.
 * Chinese and Japanese have no blanks between words: there every two neighbours are a term, and one that stands alone is one too.
 */
final class SearchTerms {

    /** The longest word; longer ones are cut, in texts and in questions. */
    static final int WORD_MAX = 64;

    private final int max;
    private final Set<String> terms = new LinkedHashSet<>();
    private final StringBuilder word = new StringBuilder();
    private final StringBuilder run = new StringBuilder();

    private SearchTerms(int max) {
        this.max = max;
    }

    /** The terms of a text in the order of their first appearance, the first {@code max} of them. */
    static Set<String> of(String text, int max) {
        var cutting = new SearchTerms(max);
        // Full-width letters and digits are the same to who looks for them.
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(cutting::next);
        cutting.endWord();
        cutting.endRun();
        return cutting.terms;
    }

    private void next(int c) {
        if (isWrittenWithoutBlanks(c)) {
            endWord();
            run.appendCodePoint(c);
        } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            endRun();
            word.appendCodePoint(c);
        } else {
            endWord();
            endRun();
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            int end = word.offsetByCodePoints(0, Math.min(WORD_MAX, word.codePointCount(0, word.length())));
            add(word.substring(0, end));
            word.setLength(0);
        }
    }

    private void endRun() {
        var all = run.codePoints().toArray();
        run.setLength(0);
        if (all.length == 1) {
            add(Character.toString(all[0]));
        }
        for (int i = 0; i + 1 < all.length; i++) {
            add(new String(all, i, 2));
        }
    }

    private void add(String term) {
        if (terms.size() < max) {
            terms.add(term);
        }
    }

    private static boolean isWrittenWithoutBlanks(int c) {
        if (!Character.isLetter(c)) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
