/** Persons, their accounts and the roles granted to them; only credential hashes live outside the log. */
@NullMarked
package casetrail.events.people;

import org.jspecify.annotations.NullMarked;
