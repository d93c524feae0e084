package casetrail.command.cases.http;

import static casetrail.command.cases.http.IntakeRequests.orNone;
import static casetrail.command.cases.http.IntakeRequests.said;

import casetrail.command.cases.CaseCommand;
import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.Limit;
import casetrail.events.cases.SuspensionCategory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of dispatch, handling, checking and closing. */
final class HandlingRequests {

    private HandlingRequests() {}

    record DispatchCase(
            UnitCode unit,
            @Nullable Boolean override,
            @Nullable Limit limit) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.DispatchCase(making.caseId(), unit, said(override), limit);
        }
    }

    record AssignHandler(PersonId handler) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.AssignHandler(making.caseId(), handler);
        }
    }

    record ReassignHandler(PersonId handler) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.ReassignHandler(making.caseId(), handler);
        }
    }

    record DecideResponsibility(
            UnitCode unit,
            @Bound(max = Evidence.COUNT_MAX) @Nullable List<Evidence> evidence,
            @Nullable Boolean byConference)
            implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.DecideResponsibility(making.caseId(), unit, orNone(evidence), said(byConference));
        }
    }

    record RecordProgress(
            @Bound(min = 1, max = Texts.NOTE_MAX) String note,
            @Bound(max = Evidence.COUNT_MAX) @Nullable List<Evidence> evidence)
            implements CaseRequest {

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RecordProgress(
                    making.caseId(), making.sealing().text("note", note), orNone(evidence));
        }

        @Override
        public boolean sealsText() {
            return true;
        }
    }

    record ReportCompletion(
            @Bound(min = 1, max = Texts.RESULT_MAX) @Nullable
            String result,

            @Bound(max = Evidence.COUNT_MAX) @Nullable List<Evidence> evidence)
            implements CaseRequest {

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.ReportCompletion(
                    making.caseId(), making.sealing().textIfAny("result", result), orNone(evidence));
        }

        @Override
        public boolean sealsText() {
            return result != null;
        }
    }

    record RequestCheck(PersonId collector) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RequestCheck(making.caseId(), collector);
        }
    }

    record SubmitCheck(
            CheckResult result,
            @Bound(max = Evidence.COUNT_MAX) @Nullable List<Evidence> evidence,
            @Bound(min = 1, max = Texts.NOTE_MAX) @Nullable String note)
            implements CaseRequest {

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.SubmitCheck(
                    making.caseId(), result, orNone(evidence), making.sealing().textIfAny("note", note));
        }

        @Override
        public boolean sealsText() {
            return note != null;
        }
    }

    record CloseCase(
            @Bound(min = 1, max = Texts.CONDITION_MAX) @Nullable
            String closureCondition,

            @Nullable Boolean waiveCheck) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.CloseCase(making.caseId(), closureCondition, said(waiveCheck));
        }
    }

    record RequestExtension(@Nullable Limit wanted) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RequestExtension(making.caseId(), wanted);
        }
    }

    record RequestSuspension(SuspensionCategory category, Instant until) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RequestSuspension(making.caseId(), category, until);
        }
    }
}
