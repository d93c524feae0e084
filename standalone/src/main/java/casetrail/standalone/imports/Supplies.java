package casetrail.standalone.imports;

import casetrail.events.Sealed;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;

/** What the commands of an import need besides the file. */
public interface Supplies {

    /** A case number that nobody else has. */
    CaseNumber number();

    /** The words under the key of the case; durable when this returns. */
    Sealed seal(CaseId caseId, String field, String words);
}
