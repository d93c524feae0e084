/** A made-up city to look at: its people, its streets, and two weeks of cases, all by the real commands. */
@NullMarked
package casetrail.standalone.demo;

import org.jspecify.annotations.NullMarked;
