/** Proves that the embedded database keeps what it says, whatever is killed. */
@NullMarked
package casetrail.standalone.database;

import org.jspecify.annotations.NullMarked;
