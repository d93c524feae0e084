/** The reactions to merging, driven by the log. */
@NullMarked
package casetrail.command.merging.log;

import org.jspecify.annotations.NullMarked;
