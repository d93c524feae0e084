package casetrail.standalone.catalogue;

import casetrail.events.Bounded;

/**
 * Something to say about one place of a table.
 *
 * @param line in the file, from 1
 * @param field the column, as the table heads it
 */
public record Finding(long line, String field, String reason, String value) {

    public Finding {
        value = Bounded.shown(value);
    }
}
