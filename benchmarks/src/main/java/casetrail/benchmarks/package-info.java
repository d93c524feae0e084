/** Measurements, each beside a baseline from the same run. */
@NullMarked
package casetrail.benchmarks;

import org.jspecify.annotations.NullMarked;
