/** How versions of views follow the log: shared out over processes by segments, a batch of events at a time. */
@NullMarked
package casetrail.views.feed;

import org.jspecify.annotations.NullMarked;
