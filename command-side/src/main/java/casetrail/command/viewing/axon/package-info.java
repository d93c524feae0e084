/** Appends decisions about views to the log. */
@NullMarked
package casetrail.command.viewing.axon;

import org.jspecify.annotations.NullMarked;
