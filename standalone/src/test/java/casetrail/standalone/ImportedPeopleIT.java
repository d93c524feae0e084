package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.standalone.imports.SampleRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who did what in imported cases, as the log of a real server tells it; and what became of rows that a clerk spoiled. */
class ImportedPeopleIT {

    private static final int ROWS = 400;
    private static final long SEED = 311;

    @TempDir
    Path folder;

    @Test
    void everybody_is_in_the_log_before_acting_and_nobody_checks_own_work() throws Exception {
        var file = SampleRows.bostonFile(folder.resolve("sample.csv"), ROWS, SEED);
        try (var server = Serving.start(folder.resolve("data"))) {
            new Typed(server.directory()).said("import", "boston311", file.toString());
            var log = ImportedLog.read(server.asOperator());

            assertThat(log.acts()).hasSize(ROWS);
            log.acts().values().forEach(acts -> {
                acts.forEach(act -> introduced(log, act));
                distinct(acts);
            });
            unitsHaveTheirOwn(log);
            standInsCannotLogIn(server, log);
        }
    }

    @Test
    void what_a_clerk_spoiled_is_named_with_line_field_and_reason() throws Exception {
        var row = SampleRows.bostonFields();
        var file = SampleRows.bostonFile(
                folder.resolve("spoiled.csv"),
                List.of(
                        row,
                        changed(row, 2, "location", "1 Made Up St\r\nrear, \"yard\""),
                        changed(row, 3, "closed_dt", "2019-06-30 12:00:00", "closure_stamp", ""),
                        changed(row, 0, "case_title", "no key, and a title\r\non two lines"),
                        SampleRows.changed(row, "case_enquiry_id", "10100\r\n0005"),
                        changed(row, 6, "open_dt", "01.07.2019"),
                        changed(row, 7, "type", " ", "open_dt", "")));
        var typed = new Typed(folder.resolve("data"));

        var said = typed.said("import", "boston311", file.toString());

        var rejects = typed.data().toRealPath().resolve("imports/boston311-rejects.csv");
        assertThat(said).contains("rejects      4, see " + rejects);
        // Rows are worked on side by side, so the order of their faults is not that of the file.
        assertThat(Files.readString(rejects).split("\r\n", -1))
                .startsWith("line,key,field,reason,value")
                .containsExactlyInAnyOrder(
                        "line,key,field,reason,value",
                        "6,,case_enquiry_id,no key,",
                        "8,10100??0005,case_enquiry_id,not a key: 1 to 100 visible ASCII characters,10100??0005",
                        "10,101000000006,open_dt,opening time cannot be read,01.07.2019",
                        "11,101000000007,open_dt,no opening time,",
                        "11,101000000007,type,no class,",
                        "");
        assertThat(typed.status())
                .containsEntry("rows", "7")
                .containsEntry("cases", "3")
                .containsEntry("rejects", "4")
                .containsEntry("anomalies", "CLOSED_BEFORE_OPENED 1");
    }

    private static void introduced(ImportedLog log, ImportedLog.Act act) {
        assertThat(log.introduced()).containsKey(act.actor());
        assertThat(log.introduced().get(act.actor())).as("%s", act).isLessThan(act.position());
        assertThat(act.channel()).isEqualTo("IMPORT");
        assertThat(act.assurance()).isEqualTo("IMPORTED");
    }

    /** Reporting, deciding, handling, confirming and closing are different people's; whoever closes belongs to no unit that handled. */
    private static void distinct(List<ImportedLog.Act> acts) {
        var parts = List.of(
                "case.report-registered",
                "case.filed",
                "case.dispatched",
                "case.handling-completed",
                "case.feedback-submitted",
                "case.closed",
                "case.report-rejected");
        assertThat(acts.stream().filter(act -> parts.contains(act.name())))
                .as("%s", acts)
                .extracting(act -> act.actor().person())
                .doesNotHaveDuplicates();
        assertThat(acts.stream().filter(act -> act.name().equals("case.closed")))
                .allMatch(act -> act.actor().role().equals("ACCEPTOR")
                        && act.actor().unit().isEmpty());
        assertThat(acts.stream().filter(act -> act.name().equals("case.handling-completed")))
                .allMatch(act -> act.actor().role().equals("HANDLER")
                        && !act.actor().unit().isEmpty());
    }

    private static void unitsHaveTheirOwn(ImportedLog log) {
        var unitOf = new HashMap<String, String>();
        log.introduced().keySet().stream()
                .filter(actor -> !actor.unit().isEmpty())
                .forEach(actor -> assertThat(unitOf.put(actor.person(), actor.unit()))
                        .as(actor.person())
                        .isNull());
        assertThat(Map.copyOf(unitOf).values().stream().distinct()).hasSizeGreaterThan(5);
    }

    private static void standInsCannotLogIn(Serving server, ImportedLog log) throws Exception {
        assertThat(log.introduced().keySet()).anyMatch(actor -> actor.person().startsWith("person-import-boston-"));
        var accounts = server.asOperator().get("/api/log?name=person.account-opened");
        assertThat(accounts.body()).doesNotContain("person-import-");
    }

    private static Map<String, String> changed(Map<String, String> row, int key, String... changes) {
        var keyed = SampleRows.changed(row, "case_enquiry_id", key == 0 ? "" : "10100000000" + key);
        return SampleRows.changed(keyed, changes);
    }
}
