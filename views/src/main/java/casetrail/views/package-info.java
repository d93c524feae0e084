/** The machinery of folds: what a view is, how it is fed and where it is kept. */
@NullMarked
package casetrail.views;

import org.jspecify.annotations.NullMarked;
