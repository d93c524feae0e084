/** The log as its readers see it: stored events in commit order at gapless positions, whatever engine keeps them. */
@NullMarked
package casetrail.events.log;

import org.jspecify.annotations.NullMarked;
