/** Persons, accounts and grants on the write side: what may be asked, and the rules that decide. */
@NullMarked
package casetrail.command.people;

import org.jspecify.annotations.NullMarked;
