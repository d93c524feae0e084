/** Commands about views over HTTP. */
@NullMarked
package casetrail.command.viewing.http;

import org.jspecify.annotations.NullMarked;
