/** The record of access on Axon's event store. */
@NullMarked
package casetrail.command.access.axon;

import org.jspecify.annotations.NullMarked;
