/** Files that are whole or absent after a crash, and readable by their owner only. */
@NullMarked
package casetrail.edge.files;

import org.jspecify.annotations.NullMarked;
