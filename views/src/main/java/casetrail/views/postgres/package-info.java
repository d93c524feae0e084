/** Views on PostgreSQL: a table for each version of a view, with a real column for each field and a real index for each index. */
@NullMarked
package casetrail.views.postgres;

import org.jspecify.annotations.NullMarked;
