/** Foreign service requests: readings, steps, whole runs. */
@NullMarked
package casetrail.standalone.imports;

import org.jspecify.annotations.NullMarked;
