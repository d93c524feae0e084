package casetrail.views.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.StreamId;
import casetrail.events.wire.EventJson;
import casetrail.views.InMemoryEventLog;
import casetrail.views.rebuild.EquivalenceReport;
import casetrail.views.rebuild.EquivalenceReport.Difference;
import casetrail.views.rebuild.EquivalenceReport.Sample;
import casetrail.views.store.ViewStore;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void a_report_of_many_muchdifferences_is_kept_with_fewer_samples() {
        var much = "\"".repeat(200) + "...";
        var fields = Collections.nCopies(EquivalenceReport.FIELDS_MAX, new Difference("/some/field", much, much));
        var report = report(IntStream.range(0, EquivalenceReport.SAMPLES_MAX)
                .mapToObj(i -> new Sample(new StreamId("case-" + i), fields))
                .toList());

        var note = Comparison.note(report);

        assertThat(note.length()).isLessThanOrEqualTo(ViewStore.NOTE_MAX);
        var read = EventJson.MAPPER.readValue(note, EquivalenceReport.class);
        assertThat(read.samples()).isNotEmpty().isSubsetOf(report.samples());
        assertThat(read.notSame()).isEqualTo(report.notSame());
    }

    @Test
    void a_short_report_is_kept_as_it_is() {
        var report = report(List.of(new Sample(new StreamId("case-1"), List.of(new Difference("/f", "1", null)))));

        assertThat(EventJson.MAPPER.readValue(Comparison.note(report), EquivalenceReport.class))
                .isEqualTo(report);
    }

    private static EquivalenceReport report(List<Sample> samples) {
        return new EquivalenceReport(1, 2, InMemoryEventLog.BEGINNING, 50, 10, 40, 0, 0, 0, samples);
    }
}
