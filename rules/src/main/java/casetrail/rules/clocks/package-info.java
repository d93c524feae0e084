/** Clock arithmetic: which limit a stage has, and what starting, pausing, resuming and extending make of a deadline. */
@NullMarked
package casetrail.rules.clocks;

import org.jspecify.annotations.NullMarked;
