/** Views kept in MongoDB. */
@NullMarked
package casetrail.views.mongodb;

import org.jspecify.annotations.NullMarked;
