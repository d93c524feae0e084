package casetrail.command.cases.http;

import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.http.PlaceRequest.GridRequest;
import casetrail.events.PersonId;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.Classification;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.ExternalReference;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.Source;
import casetrail.events.cases.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of intake: from the report to the filed, rejected or merged case. */
final class IntakeRequests {

    private IntakeRequests() {}

    static List<Evidence> orNone(@Nullable List<Evidence> evidence) {
        return evidence == null ? List.of() : evidence;
    }

    static boolean said(@Nullable Boolean flag) {
        return flag != null && flag;
    }

    record RegisterReport(
            Source source,
            ProblemKind kind,
            @Nullable Classification classification,

            @Bound(min = 1, max = Texts.PUBLIC_TEXT_MAX) @Nullable
            String publicText,

            @Bound(min = 1, max = Texts.DESCRIPTION_MAX) @Nullable
            String description,

            @Bound(min = 1, max = Texts.CONTACT_MAX) @Nullable
            String contact,

            PlaceRequest location,
            @Nullable GridRequest grid,

            @Bound(min = 1, max = Texts.ASSET_ID_MAX) @Nullable
            String assetId,

            @Nullable ExternalReference external,
            @Bound(max = Evidence.COUNT_MAX) @Nullable List<Evidence> evidence)
            implements CaseRequest {

        @Override
        public CaseCommand.RegisterReport command(Making making) {
            return new CaseCommand.RegisterReport(
                    making.caseId(),
                    making.number().get(),
                    source,
                    kind,
                    classification,
                    publicText,
                    making.sealing().textIfAny("text", description),
                    making.sealing().contactIfAny(contact),
                    location.location(),
                    GridRequest.placement(grid),
                    assetId,
                    external,
                    orNone(evidence));
        }

        @Override
        public boolean sealsText() {
            return description != null || contact != null;
        }
    }

    record RecordOnSiteResolution(
            RegisterReport report,

            @Bound(min = 1, max = Texts.RESULT_MAX) @Nullable
            String result) implements CaseRequest {

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RecordOnSiteResolution(
                    making.caseId(), report.command(making), making.sealing().textIfAny("result", result));
        }

        @Override
        public boolean sealsText() {
            return result != null || report.sealsText();
        }
    }

    record RequestVerification(PersonId collector) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RequestVerification(making.caseId(), collector);
        }
    }

    record SubmitVerification(
            Verdict verdict,
            @Bound(max = Evidence.COUNT_MAX) @Nullable List<Evidence> evidence,
            @Bound(min = 1, max = Texts.NOTE_MAX) @Nullable String note)
            implements CaseRequest {

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.SubmitVerification(
                    making.caseId(), verdict, orNone(evidence), making.sealing().textIfAny("note", note));
        }

        @Override
        public boolean sealsText() {
            return note != null;
        }
    }

    record ProposeFiling(Classification classification, FilingStandard standard) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.ProposeFiling(making.caseId(), classification, standard);
        }
    }

    record FileCase(
            Classification classification,
            FilingStandard standard,
            @Nullable Boolean waiveVerification) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.FileCase(making.caseId(), classification, standard, said(waiveVerification));
        }
    }

    record RejectReport(RejectionGround ground) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RejectReport(making.caseId(), ground);
        }
    }

    record MergeInto(CaseId parent) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.MergeInto(making.caseId(), parent);
        }
    }
}
