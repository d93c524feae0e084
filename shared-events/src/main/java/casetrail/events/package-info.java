/** Names and values that every kind of event shares: identifiers, actors, the envelope, sealed values. */
@NullMarked
package casetrail.events;

import org.jspecify.annotations.NullMarked;
