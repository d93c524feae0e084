/** Measures what the write and read paths do, each beside a baseline from the same run on the same server. */
@NullMarked
package casetrail.benchmarks;

import org.jspecify.annotations.NullMarked;
