package casetrail.standalone.demo;

import casetrail.events.Sealed;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.EvidenceStage;
import java.time.Instant;
import java.util.List;

/** What the people of the demo city have in their hands. */
interface Props {

    Instant now();

    CaseNumber number();

    /** The words under the key of the case. */
    Sealed seal(CaseId caseId, String field, String words);

    /** Stored pictures; they show nothing but a colour. */
    List<Evidence> pictures(EvidenceStage... stages);
}
