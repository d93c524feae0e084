/** How both HTTP sides read the views that are kept in an engine. */
@NullMarked
package casetrail.edge.views;

import org.jspecify.annotations.NullMarked;
