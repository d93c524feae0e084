package casetrail.standalone.imports;

import casetrail.events.Actor;
import casetrail.events.Sealed;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;

/** What the commands of an import need besides the file. */
public interface Supplies {

    /** A case number that nobody else has. */
    CaseNumber number();

    /** Makes sure that the actor's person is known and holds the role that it acts in; on record when this returns. */
    void introduce(Actor actor);

    /** The words under the key of the case; durable when this returns. */
    Sealed seal(CaseId caseId, String field, String words);
}
