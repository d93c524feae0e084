package casetrail.command.cases.http;

import casetrail.command.cases.CaseCommand;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import java.util.function.Supplier;

/** What a client sends for one command: checked, in the clear, and for nobody's eyes below the edge. */
interface CaseRequest {

    /** The command that is meant, its texts sealed. */
    CaseCommand command(Making making);

    /** Whether it holds a text that is sealed. */
    default boolean sealsText() {
        return false;
    }

    /**
     * What a command is made with.
     *
     * @param number gives a case number that nobody else has; asked only for a new case
     */
    record Making(CaseId caseId, Sealing sealing, Supplier<CaseNumber> number) {}
}
