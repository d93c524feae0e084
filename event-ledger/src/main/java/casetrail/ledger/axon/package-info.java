/** The ledger as Axon's event store: events staged in the unit of work, appended in its commit, decided again after a lost race. */
@NullMarked
package casetrail.ledger.axon;

import org.jspecify.annotations.NullMarked;
