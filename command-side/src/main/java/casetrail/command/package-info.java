/** The write model: what may happen to a case, and who may make it happen. */
@NullMarked
package casetrail.command;

import org.jspecify.annotations.NullMarked;
