/** The record of access: refused commands, logins, ended tokens, in streams of their own. */
@NullMarked
package casetrail.command.access;

import org.jspecify.annotations.NullMarked;
