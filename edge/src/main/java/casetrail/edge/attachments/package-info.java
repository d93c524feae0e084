/** Stored attachments: addressed by the SHA-256 of what they are, kept encrypted, bounded, of few known types, never served inline. */
@NullMarked
package casetrail.edge.attachments;

import org.jspecify.annotations.NullMarked;
