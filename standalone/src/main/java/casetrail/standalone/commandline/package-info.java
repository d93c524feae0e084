/** The command line: what may be typed, and what is answered in words. */
@NullMarked
package casetrail.standalone.commandline;

import org.jspecify.annotations.NullMarked;
