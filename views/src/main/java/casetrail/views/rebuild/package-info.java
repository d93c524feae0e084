/** New versions of views: built by one ordered read of the log, compared with the one that is read. */
@NullMarked
package casetrail.views.rebuild;

import org.jspecify.annotations.NullMarked;
