package casetrail.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.CaseEvent;
import casetrail.query.Samples;
import casetrail.query.casefile.CaseFile;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void the_differences_put_onto_what_was_give_what_is() {
        long seed = Long.getLong("casetrail.seed", 20261123);
        System.out.printf("differences: 100 histories of 40 events, seed %d%n", seed);
        var random = new Random(seed);
        var kinds = Samples.all();
        for (int h = 0; h < 100; h++) {
            var file = CaseFile.after(null, Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));
            for (int i = 1; i <= 40; i++) {
                var before = file;
                file = CaseFile.after(before, Samples.recorded(i, kinds.get(random.nextInt(kinds.size()))));
                assertThat(patched(before, file)).isEqualTo(Differences.fields(file));
            }
        }
    }

    @Test
    void a_file_does_not_differ_from_itself() {
        var file = CaseFile.after(null, Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));

        assertThat(Differences.between(file, file)).isEmpty();
    }

    @Test
    void the_first_event_sets_everything_there_is() {
        var file = CaseFile.after(null, Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));

        assertThat(Differences.between(null, file))
                .hasSize(Differences.fields(file).size());
        assertThat(Differences.fields(file))
                .containsEntry("report.classification.majorClass", "02")
                .containsEntry("report.grid.grid", "G-0101")
                .containsEntry("evidence[0].stage", "BEFORE");
    }

    private static java.util.Map<String, Object> patched(CaseFile before, CaseFile after) {
        var fields = new TreeMap<>(Differences.fields(before));
        for (var d : Differences.between(before, after)) {
            var now = d.after();
            if (now == null) {
                fields.remove(d.path());
            } else {
                fields.put(d.path(), now);
            }
        }
        return fields;
    }
}
