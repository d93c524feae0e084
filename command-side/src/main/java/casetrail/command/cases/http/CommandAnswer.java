package casetrail.command.cases.http;

import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.CaseStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a command is answered with.
 *
 * @param number the short number; absent in a dry run of a new case
 * @param version the sequence of the case's last event
 * @param position of that event in the log; absent in a dry run
 * @param dryRun true if nothing was done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "number", "version", "position", "status", "dryRun"})
record CommandAnswer(
        CaseId id,
        @Nullable CaseNumber number,
        long version,
        @Nullable Long position,
        CaseStatus status,
        @Nullable Boolean dryRun) {}
