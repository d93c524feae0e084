/** Foreign service requests brought in through the same commands as everything else. */
@NullMarked
package casetrail.standalone.imports;

import org.jspecify.annotations.NullMarked;
