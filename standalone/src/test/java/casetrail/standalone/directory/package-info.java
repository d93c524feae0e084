/** The data directory: who holds it, and its small secrets. */
@NullMarked
package casetrail.standalone.directory;

import org.jspecify.annotations.NullMarked;
