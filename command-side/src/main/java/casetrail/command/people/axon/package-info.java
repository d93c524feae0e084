/** Persons as Axon aggregates. */
@NullMarked
package casetrail.command.people.axon;

import org.jspecify.annotations.NullMarked;
