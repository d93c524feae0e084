package casetrail.query.casefile;

import casetrail.events.Sealed;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens sealed values for one reader, as far as that reader's rights go; a value nobody may read is never even decrypted. */
public final class Opening {

    private final ReadingRights rights;
    private final Function<Sealed, Optional<String>> vault;

    /** @param vault gives the text, or nothing if its key was destroyed */
    public Opening(ReadingRights rights, Function<Sealed, Optional<String>> vault) {
        this.rights = rights;
        this.vault = vault;
    }

    /** The value as the reader gets it; nothing where there is nothing. */
    public @Nullable OpenedText open(@Nullable Sealed sealed) {
        if (sealed == null) {
            return null;
        }
        if (!rights.opens(sealed)) {
            return OpenedText.WITHHELD;
        }
        return vault.apply(sealed).map(OpenedText::of).orElse(OpenedText.ERASED);
    }
}
