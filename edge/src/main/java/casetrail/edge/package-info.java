/** What both HTTP sides share: engine wiring, who is asking, problem details, languages and bounds. */
@NullMarked
package casetrail.edge;

import org.jspecify.annotations.NullMarked;
