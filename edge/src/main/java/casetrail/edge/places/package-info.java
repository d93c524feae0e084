/** Places as they come in: points of other datums brought to WGS-84. */
@NullMarked
package casetrail.edge.places;

import org.jspecify.annotations.NullMarked;
