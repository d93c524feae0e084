/** Attachments as they come in over HTTP. */
@NullMarked
package casetrail.command.attachments.http;

import org.jspecify.annotations.NullMarked;
