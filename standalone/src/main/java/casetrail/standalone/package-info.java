/** Both sides in one process on an embedded PostgreSQL, with the command line and the demo city. */
@NullMarked
package casetrail.standalone;

import org.jspecify.annotations.NullMarked;
