package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.Classification;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import casetrail.events.cases.Source;
import casetrail.events.cases.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decisions need of the report and of what intake made of it.
 *
 * @param reporters everybody behind the report, also on behalf of whom it was made
 * @param collector who was last asked to verify it
 * @param verdict what the last verification found
 * @param proposers everybody behind the last proposal to file it
 * @param standard the row by which it was filed last
 */
public record Intake(
        CaseNumber number,
        Source source,
        @Nullable Classification classification,
        @Nullable String publicText,
        Location location,
        GridPlacement grid,
        @Nullable String assetId,
        Set<PersonId> reporters,
        @Nullable PersonId collector,
        @Nullable Verdict verdict,
        Set<PersonId> proposers,
        @Nullable FilingStandard standard) {}
