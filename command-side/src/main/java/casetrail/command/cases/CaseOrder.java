package casetrail.command.cases;

import org.jspecify.annotations.Nullable;

/**
 * A command with the circumstances it is given in.
 *
 * @param expectedSequence the sequence of the last event that the asker saw; absent if any will do
 */
public record CaseOrder(
        CaseCommand command,
        Circumstances circumstances,
        @Nullable Long expectedSequence) {}
