/** Who is asking: accounts and grants folded from the log, tokens and passwords proven, sessions that end when they must. */
@NullMarked
package casetrail.edge.identity;

import org.jspecify.annotations.NullMarked;
