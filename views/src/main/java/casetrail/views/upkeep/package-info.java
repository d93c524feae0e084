/** Which versions of views there are, which one is read, who builds, feeds and drops them. */
@NullMarked
package casetrail.views.upkeep;

import org.jspecify.annotations.NullMarked;
