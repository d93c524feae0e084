/** The same log on Axon Server, for several machines: its global index is the position, its aggregates are the streams. */
@NullMarked
package casetrail.ledger.axonserver;

import org.jspecify.annotations.NullMarked;
