/** Persons, accounts and grants over HTTP, and the first administrator. */
@NullMarked
package casetrail.command.people.http;

import org.jspecify.annotations.NullMarked;
