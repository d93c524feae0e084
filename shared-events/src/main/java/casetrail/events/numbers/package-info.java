/** Blocks of short case numbers, taken by the processes that give them out. */
@NullMarked
package casetrail.events.numbers;

import org.jspecify.annotations.NullMarked;
