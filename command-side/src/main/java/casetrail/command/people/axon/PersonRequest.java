package casetrail.command.people.axon;

import casetrail.command.people.PersonOrder;

/**
 * An order about a person on its way to the aggregate.
 *
 * @param jurisdiction stands in every envelope
 */
record PersonRequest(PersonOrder order, String jurisdiction) {}
