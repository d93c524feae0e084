/** What was asked and refused, and who came in: the record of access itself. */
@NullMarked
package casetrail.events.access;

import org.jspecify.annotations.NullMarked;
