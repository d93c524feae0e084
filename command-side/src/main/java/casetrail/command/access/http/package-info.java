/** Logins as the edge tells of them, put on record. */
@NullMarked
package casetrail.command.access.http;

import org.jspecify.annotations.NullMarked;
