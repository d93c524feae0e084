/** Refusals as data: what was not done, by which public code, and what is allowed instead. */
@NullMarked
package casetrail.events.refusals;

import org.jspecify.annotations.NullMarked;
