package casetrail.standalone.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a problem of a subclass becomes a case.
 *
 * @param id by which a filing names it; unique within the document, for example {@code C-01-01-2}
 * @param condition what must be found on site
 * @param closure what must be reached
 * @param units who handles it, as spelled in the table
 * @param authorities who answers for it
 * @param unitType the kind of unit, in a catalogue that knows kinds
 */
public record StandardRow(
        String id,
        Words condition,
        WrittenLimit limit,
        Words closure,
        List<String> units,
        List<String> authorities,
        @Nullable String unitType,
        @Nullable String legalBasis,
        @Nullable String legalArticle,
        @Nullable String collection) {

    public StandardRow {
        units = List.copyOf(units);
        authorities = List.copyOf(authorities);
    }
}
