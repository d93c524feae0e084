/** What can happen to a case, the values it is told in, and its life-cycle as data. */
@NullMarked
package casetrail.events.cases;

import org.jspecify.annotations.NullMarked;
