/** How one case stands now: the fold of its own stream, and who may read what of it. */
@NullMarked
package casetrail.query.casefile;

import org.jspecify.annotations.NullMarked;
