/** The state kept in MongoDB. */
@NullMarked
package casetrail.edge.state.mongodb;

import org.jspecify.annotations.NullMarked;
