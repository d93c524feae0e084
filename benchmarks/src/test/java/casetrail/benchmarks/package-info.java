/** Tries that the benchmarks run; how fast is not looked at. */
@NullMarked
package casetrail.benchmarks;

import org.jspecify.annotations.NullMarked;
