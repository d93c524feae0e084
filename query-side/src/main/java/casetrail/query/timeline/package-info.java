/** What happened to one case, event by event, in words: who, why, when on both clocks, and what it changed. */
@NullMarked
package casetrail.query.timeline;

import org.jspecify.annotations.NullMarked;
