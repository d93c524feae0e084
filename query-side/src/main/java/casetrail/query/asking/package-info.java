/** What every question to a kept view has in common: parameters, pages, cursors, who may know of what, waiting, tables. */
@NullMarked
package casetrail.query.asking;

import org.jspecify.annotations.NullMarked;
