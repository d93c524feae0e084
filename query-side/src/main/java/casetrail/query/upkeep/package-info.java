/** The keeping of the views in a process that answers questions, and what is told of it. */
@NullMarked
package casetrail.query.upkeep;

import org.jspecify.annotations.NullMarked;
