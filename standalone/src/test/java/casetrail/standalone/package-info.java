/** The whole process, started as an operator starts it, and killed as nobody should. */
@NullMarked
package casetrail.standalone;

import org.jspecify.annotations.NullMarked;
