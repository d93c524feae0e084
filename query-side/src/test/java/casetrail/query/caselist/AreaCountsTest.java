package casetrail.query.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.query.Report;
import casetrail.query.Samples;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Scope;
import casetrail.views.ViewReader;
import casetrail.views.ViewVersion;
import casetrail.views.store.MemoryViewStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaCountsTest {

    private static final Scope ANYBODY =
            new Scope(new PersonId("person-a"), List.of(new Scope.Standing(Role.AUDITOR, null)), "test");

    @Test
    void areas_added_up_from_grids_are_what_is_counted_by_areas() {
        var random = new Random(20_261_123);
        var documents = new ArrayList<Document>();
        for (int i = 1; i <= 300; i++) {
            var report = Report.of(i, "0" + (1 + random.nextInt(2)), "text");
            if (random.nextInt(5) > 0) {
                report = report.in(
                        random.nextBoolean()
                                ? "35010200%d00%d".formatted(1 + random.nextInt(3), 1 + random.nextInt(4))
                                : "G-%d.%d".formatted(random.nextInt(3), random.nextInt(3)));
            }
            var listing = CaseListing.after(null, Samples.recorded(0, report.event()));
            documents.add(CaseList.CASES.document(report.id().stream(), 0, listing));
        }
        var version = new ViewVersion(CaseList.CASES.name(), 1);
        var store = new MemoryViewStore();
        store.create(version, 1, CaseList.CASES.shape());
        var table = store.table(version, CaseList.CASES.shape());
        table.fill(documents);
        table.finish(0);
        var reader = new ViewReader<>(CaseList.CASES, () -> table);

        for (var where : List.of(Condition.everything(), Condition.is(CaseFields.MAJOR_CLASS, "01"))) {
            assertThat(Areas.counted(reader, ANYBODY, where))
                    .isNotEmpty()
                    .isEqualTo(reader.counts(ANYBODY, where, CaseFields.AREAS, CaseCounts.VALUES_MAX + 1));
        }
    }
}
