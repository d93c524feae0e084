/** Lists of cases, worklists, counts and search, from one view. */
@NullMarked
package casetrail.query.caselist;

import org.jspecify.annotations.NullMarked;
