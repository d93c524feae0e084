/** Decisions about views: when they are built anew, which version is read, what a view leaves out. */
@NullMarked
package casetrail.command.viewing;

import org.jspecify.annotations.NullMarked;
