/** Proves that the house stands as it was drawn, and that each proof would notice if it did not. */
@NullMarked
package casetrail.architecture;

import org.jspecify.annotations.NullMarked;
