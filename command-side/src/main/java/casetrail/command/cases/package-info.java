/** Cases on the write side: what may be asked of them, the rules that decide, and nothing else. */
@NullMarked
package casetrail.command.cases;

import org.jspecify.annotations.NullMarked;
