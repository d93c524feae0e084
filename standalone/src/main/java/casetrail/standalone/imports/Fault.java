package casetrail.standalone.imports;

import casetrail.events.Bounded;

/**
 * Why something of a file could not be taken over.
 *
 * @param line in the file, the header being line 1
 * @param key the row's own key, empty if it has none
 * @param field the column at fault
 * @param value as found, cut and without control characters
 */
public record Fault(long line, String key, String field, String reason, String value) {

    public Fault {
        key = Bounded.shown(key);
        value = Bounded.shown(value);
    }
}
