package casetrail.command.cases.http;

import static casetrail.command.cases.http.IntakeRequests.orNone;

import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseCommand.Change;
import casetrail.command.cases.http.PlaceRequest.GridRequest;
import casetrail.events.StreamId;
import casetrail.events.cases.AppealResult;
import casetrail.events.cases.Classification;
import casetrail.events.cases.DeliberationOutcome;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.RestrictionGround;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Source;
import casetrail.events.cases.WhistleOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The requests about what runs beside the state, and about cases that have ended. */
final class OverlayRequests {

    private OverlayRequests() {}

    private static void family(StreamId stream, String family) {
        if (!stream.family().equals(family)) {
            throw new IllegalArgumentException("the id of a %s begins with %s-".formatted(family, family));
        }
    }

    record Supervise(
            @Bound(min = 1, max = 3) int level, @Nullable Instant due) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.Supervise(making.caseId(), level, due);
        }
    }

    record AnswerSupervision(
            @Bound(min = 1, max = Texts.ANSWER_MAX) String answer) implements CaseRequest {

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.AnswerSupervision(
                    making.caseId(), making.sealing().text("answer", answer));
        }

        @Override
        public boolean sealsText() {
            return true;
        }
    }

    record LinkWhistle(StreamId whistle) implements CaseRequest {

        LinkWhistle {
            family(whistle, "whistle");
        }

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.LinkWhistle(making.caseId(), whistle);
        }
    }

    record UnlinkWhistle(StreamId whistle, WhistleOutcome outcome) implements CaseRequest {

        UnlinkWhistle {
            family(whistle, "whistle");
        }

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.UnlinkWhistle(making.caseId(), whistle, outcome);
        }
    }

    record LinkDeliberation(StreamId deliberation) implements CaseRequest {

        LinkDeliberation {
            family(deliberation, "deliberation");
        }

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.LinkDeliberation(making.caseId(), deliberation);
        }
    }

    record UnlinkDeliberation(StreamId deliberation, DeliberationOutcome outcome) implements CaseRequest {

        UnlinkDeliberation {
            family(deliberation, "deliberation");
        }

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.UnlinkDeliberation(making.caseId(), deliberation, outcome);
        }
    }

    record RecordCallback(
            boolean reached,
            @Nullable Boolean responded,
            @Nullable Boolean resolved,
            Satisfaction satisfaction) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RecordCallback(making.caseId(), reached, responded, resolved, satisfaction);
        }
    }

    record FileOverdueAppeal(
            @Bound(max = Evidence.COUNT_MAX) @Nullable List<Evidence> evidence) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.FileOverdueAppeal(making.caseId(), orNone(evidence));
        }
    }

    record ReviewAppeal(AppealResult result) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.ReviewAppeal(making.caseId(), result);
        }
    }

    record ArchiveCase(
            @Bound(min = 1, max = Texts.RECORD_CLASS_MAX) @Nullable
            String recordClass) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.ArchiveCase(making.caseId(), recordClass);
        }
    }

    /** Exactly one thing is told anew. */
    record CorrectData(
            @Nullable Classification classification,
            @Nullable PlaceRequest location,
            @Nullable GridRequest grid,

            @Bound(min = 1, max = Texts.PUBLIC_TEXT_MAX) @Nullable
            String publicText,

            @Bound(min = 1, max = Texts.ASSET_ID_MAX) @Nullable
            String assetId,

            @Nullable Source source)
            implements CaseRequest {

        CorrectData {
            if (Stream.of(classification, location, grid, publicText, assetId, source)
                            .filter(Objects::nonNull)
                            .count()
                    != 1) {
                throw new IllegalArgumentException(
                        "exactly one of classification, location, grid, publicText, assetId and source is told anew");
            }
        }

        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.CorrectData(making.caseId(), change());
        }

        private Change change() {
            if (classification != null) {
                return new Change.ToClassification(classification);
            }
            if (location != null) {
                return new Change.ToLocation(location.location());
            }
            if (grid != null) {
                return new Change.ToGrid(GridRequest.placement(grid));
            }
            if (publicText != null) {
                return new Change.ToPublicText(publicText);
            }
            if (assetId != null) {
                return new Change.ToAsset(assetId);
            }
            return new Change.ToSource(Objects.requireNonNull(source));
        }
    }

    record RestrictVisibility(RestrictionGround ground) implements CaseRequest {
        @Override
        public CaseCommand command(Making making) {
            return new CaseCommand.RestrictVisibility(making.caseId(), ground);
        }
    }
}
