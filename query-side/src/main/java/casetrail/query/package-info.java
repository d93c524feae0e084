/** What is asked: each package answers one question from folded views. */
@NullMarked
package casetrail.query;

import org.jspecify.annotations.NullMarked;
