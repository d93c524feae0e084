package casetrail.command.cases.axon;

import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CasePolicy;
import casetrail.rules.clocks.ClockProfile;

/** An order on its way to its case, with the rules that are in force for it. Never leaves the process. */
record CaseRequest(CaseOrder order, CasePolicy policy, ClockProfile profile, String jurisdiction) {}
