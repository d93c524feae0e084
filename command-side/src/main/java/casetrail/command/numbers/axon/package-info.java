/** Blocks of case numbers on Axon's event store. */
@NullMarked
package casetrail.command.numbers.axon;

import org.jspecify.annotations.NullMarked;
