/** Pure decisions that several rooms need; imports only the event contract. */
@NullMarked
package casetrail.rules;

import org.jspecify.annotations.NullMarked;
