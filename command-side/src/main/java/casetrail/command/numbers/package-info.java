/** Short case numbers, given out from blocks that this process took. */
@NullMarked
package casetrail.command.numbers;

import org.jspecify.annotations.NullMarked;
