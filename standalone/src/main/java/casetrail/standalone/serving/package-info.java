/** One process with both sides in it: started in order, announced, and stopped in the opposite order. */
@NullMarked
package casetrail.standalone.serving;

import org.jspecify.annotations.NullMarked;
