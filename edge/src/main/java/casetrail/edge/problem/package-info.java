/** Refusals, outages and defects as problem details (RFC 9457) in the asker's language. */
@NullMarked
package casetrail.edge.problem;

import org.jspecify.annotations.NullMarked;
