/** Puts the chosen engines under the ports, as the configuration says. */
@NullMarked
package casetrail.edge.engine;

import org.jspecify.annotations.NullMarked;
