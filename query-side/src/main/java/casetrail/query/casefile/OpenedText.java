package casetrail.query.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A sealed text as a reader gets it: exactly one of the three is there.
 *
 * @param text the words, opened for who may read them
 * @param withheld true if there are words that this reader may not read
 * @param erased true if the key was destroyed: nobody reads the words any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenedText(
        @Nullable String text,
        @Nullable Boolean withheld,
        @Nullable Boolean erased) {

    /** The reader may not read it. */
    public static final OpenedText WITHHELD = new OpenedText(null, true, null);

    /** Nobody can read it. */
    public static final OpenedText ERASED = new OpenedText(null, null, true);

    /** The words themselves. */
    public static OpenedText of(String text) {
        return new OpenedText(text, null, null);
    }
}
