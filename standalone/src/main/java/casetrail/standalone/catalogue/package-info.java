/** Filing standards: what makes a problem a case, how long it may take, and when it is solved, read from a city's tables. */
@NullMarked
package casetrail.standalone.catalogue;

import org.jspecify.annotations.NullMarked;
