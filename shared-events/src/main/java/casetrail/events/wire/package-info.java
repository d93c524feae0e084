/** How events are written and read: the closed table of stored names, upcasting in place, the JSON form. */
@NullMarked
package casetrail.events.wire;

import org.jspecify.annotations.NullMarked;
