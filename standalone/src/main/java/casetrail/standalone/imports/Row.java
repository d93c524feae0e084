package casetrail.standalone.imports;

import java.util.Map;

/**
 * One row of a foreign table, as found.
 *
 * @param line where it begins in the file, the header being line 1
 * @param complete whether it has as many fields as the header
 */
record Row(long line, Map<String, String> fields, boolean complete) {

    Row {
        fields = Map.copyOf(fields);
    }

    /** A field without blanks around it; empty if it is blank or missing. */
    String text(String column) {
        return fields.getOrDefault(column, "").strip();
    }
}
