/** The state kept in PostgreSQL, in a schema of its own. */
@NullMarked
package casetrail.edge.state.postgres;

import org.jspecify.annotations.NullMarked;
