/** Filing standards: readings of made-up and of real tables. */
@NullMarked
package casetrail.standalone.catalogue;

import org.jspecify.annotations.NullMarked;
