/** Stored attachments, to be taken home and never shown in place. */
@NullMarked
package casetrail.query.attachments;

import org.jspecify.annotations.NullMarked;
