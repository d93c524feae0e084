/** A real PostgreSQL that lives in the data directory: unpacked, made, started, watched, brought back and stopped from here. */
@NullMarked
package casetrail.standalone.database;

import org.jspecify.annotations.NullMarked;
