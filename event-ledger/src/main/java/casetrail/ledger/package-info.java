/** The log itself: one append lane, gapless positions in commit order, and the readers of it. */
@NullMarked
package casetrail.ledger;

import org.jspecify.annotations.NullMarked;
