/** Where views are kept: the port, and what passes through it. */
@NullMarked
package casetrail.views.store;

import org.jspecify.annotations.NullMarked;
