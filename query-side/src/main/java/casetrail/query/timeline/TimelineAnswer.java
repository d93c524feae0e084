package casetrail.query.timeline;

import casetrail.events.RequestKey;
import casetrail.events.cases.Stage;
import casetrail.query.casefile.Coded;
import casetrail.query.casefile.OpenedText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a case, one page of it.
 *
 * @param version the sequence of the case's last event
 * @param next the sequence that the next page begins with; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineAnswer(
        String id,
        String number,
        long version,
        List<Entry> entries,
        @Nullable Long next) {

    /**
     * One event.
     *
     * @param name the stored name, {@code revision} that of its payload
     * @param words what happened, in the language of the answer
     * @param status of the case after the event
     * @param occurredAt when it happened in the field
     * @param recordedAt when the log learned it
     * @param changes the fields of the case that it changed
     * @param clocks what it did to clocks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long position,
            long sequence,
            String eventId,
            String name,
            int revision,
            String words,
            Coded status,
            Doer actor,
            Coded channel,
            Coded assurance,
            List<Coded> flags,
            @Nullable Ground reason,
            Instant occurredAt,
            Instant recordedAt,
            SortedMap<String, String> ruleVersions,
            String jurisdiction,
            @Nullable RequestKey request,
            String correlationId,
            @Nullable String causationId,
            List<Change> changes,
            List<ClockTold> clocks) {}

    /** Who did it, by pseudonym. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Doer(
            String person,
            Coded role,
            @Nullable String unit,
            @Nullable String onBehalfOf) {}

    /** Why: a code for everybody, words for who may read them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ground(String code, @Nullable OpenedText text) {}

    /** A field before and after: a text, a number, a truth, a list of texts, or a sealed text as far as the reader may read it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String path,

            @Schema(description = "absent if there was nothing") @Nullable
            Object before,

            @Schema(description = "absent if there is nothing now") @Nullable
            Object after) {}

    /** What became of a clock. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockTold(
            Stage stage,
            int round,
            Coded change,
            Instant deadline,
            @Nullable Boolean onTime,
            @Nullable Long remainingSeconds) {}
}
