/** How units and staff handled cases: who held which case when, how that ended, and who of the staff did what. */
@NullMarked
package casetrail.query.handling;

import org.jspecify.annotations.NullMarked;
