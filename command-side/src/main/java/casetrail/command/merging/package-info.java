/** What a case's merging into another brings about in that other case. */
@NullMarked
package casetrail.command.merging;

import org.jspecify.annotations.NullMarked;
