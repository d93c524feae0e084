/** Planted offenders: a rule that lets them pass is broken. */
@NullMarked
package casetrail.architecture.planted.views;

import org.jspecify.annotations.NullMarked;
