/** The log as a feed over HTTP: every event in order, filtered, resumable, open as long as the reader likes. */
@NullMarked
package casetrail.query.logfeed;

import org.jspecify.annotations.NullMarked;
