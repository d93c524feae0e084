/** Sealed values: one key for every subject and purpose, in a directory outside the databases, destroyed where erasure is due. */
@NullMarked
package casetrail.edge.vault;

import org.jspecify.annotations.NullMarked;
