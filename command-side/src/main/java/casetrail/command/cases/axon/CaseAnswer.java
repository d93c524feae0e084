package casetrail.command.cases.axon;

import casetrail.events.cases.CaseStatus;

/** What a case says to an order that it did not refuse. */
record CaseAnswer(long sequence, CaseStatus status, boolean repeated) {}
