package casetrail.query.casefile;

import java.util.Locale;

/** The languages that answers are told in. */
public enum Tongue {
    ENGLISH(Locale.ENGLISH),
    CHINESE(Locale.CHINESE);

    private final Locale locale;

    Tongue(Locale locale) {
        this.locale = locale;
    }

    /** Chinese for who reads Chinese, English for everybody else. */
    public static Tongue of(Locale wanted) {
        return wanted.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }

    /** The strong tag of an answer with words: each language has its own, so that a copy in one never stands for the other. */
    public String etag(long version) {
        return this == ENGLISH ? "\"%d\"".formatted(version) : "\"%d-%s\"".formatted(version, locale.toLanguageTag());
    }

    /** As it stands in {@code Content-Language}. */
    public Locale locale() {
        return locale;
    }
}
