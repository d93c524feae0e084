/** The data directory: one process holds it at a time, and what is secret in it only its owner may read. */
@NullMarked
package casetrail.standalone.directory;

import org.jspecify.annotations.NullMarked;
