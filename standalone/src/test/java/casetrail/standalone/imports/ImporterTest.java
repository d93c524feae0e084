package casetrail.standalone.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {

    private static final int ROWS = 500;
    private static final long SEED = 311;

    @TempDir
    Path folder;

    private final RememberingCases cases = new RememberingCases();
    private final FakeSupplies supplies = new FakeSupplies();
    private Path file = Path.of(".");

    @BeforeEach
    void a_sample_file() {
        file = SampleRows.bostonFile(folder.resolve("sample.csv.gz"), ROWS, SEED);
    }

    @Test
    void every_row_becomes_a_case() {
        var report = run();

        assertThat(report.run().rows()).isEqualTo(ROWS);
        assertThat(report.run().cases()).isEqualTo(ROWS);
        assertThat(report.totals().cases()).isEqualTo(ROWS);
        assertThat(report.totals().events())
                .isEqualTo(cases.end())
                .isEqualTo(report.run().events());
        assertThat(report.interrupted()).isFalse();
    }

    @Test
    void anomalies_are_counted_by_name() {
        assertThat(run().totals().anomalies())
                .containsKeys("CLOSED_BEFORE_OPENED", "OPEN_OVERDUE", "NO_COORDINATES", "DUPLICATE_WITHOUT_PARENT");
    }

    @Test
    void a_second_run_adds_nothing() {
        var first = run();
        var second = run();

        assertThat(second.run().repeats()).isEqualTo(ROWS);
        assertThat(second.run().events()).isZero();
        assertThat(second.totals()).isEqualTo(first.totals());
        assertThat(supplies.used()).isEqualTo(ROWS);
    }

    @Test
    void a_run_that_was_cut_off_ends_at_the_same_totals() {
        cases.dyingAt(1_000);
        assertThatThrownBy(this::run).isInstanceOf(ImportStopped.class);
        cases.dyingAt(Long.MAX_VALUE);
        var again = run();

        var whole = importer(folder.resolve("whole"), new RememberingCases());
        var expected = whole.run(order(), p -> {}).totals();
        assertThat(again.totals()).isEqualTo(expected);
        assertThat(again.run().continued()).isPositive();
    }

    @Test
    void the_steps_of_a_row_keep_their_order() {
        run();

        var keys = cases.stream(
                        new casetrail.events.StreamId(
                                casetrail.events.cases.CaseId.forRequest("import:boston311", "101000000003")
                                        .value()),
                        0,
                        100)
                .stream()
                .map(RememberingCases::envelope)
                .map(e -> java.util.Objects.requireNonNull(e.request()).key())
                .toList();
        assertThat(keys).first().isEqualTo("101000000003/register");
        assertThat(keys).isSortedAccordingTo(java.util.Comparator.comparingInt(k -> ORDER.indexOf(k.split("/", 2)[1])));
    }

    private static final List<String> ORDER =
            List.of("register", "file", "dispatch", "accept", "assign", "complete", "confirm", "close", "reject");

    @Test
    void a_short_outage_is_waited_out() {
        cases.failing(2);

        assertThat(run().totals().cases()).isEqualTo(ROWS);
    }

    @Test
    void only_so_many_rows_are_read_as_asked_for() {
        var report = importer(folder, cases).run(order().limitedTo(7), p -> {});

        assertThat(report.run().rows()).isEqualTo(7);
        assertThat(report.totals().cases()).isEqualTo(7);
    }

    @Test
    void a_row_without_key_is_named_with_line_field_and_reason() throws IOException {
        var rows = new ArrayList<>(List.of(
                SampleRows.bostonFields(), SampleRows.changed(SampleRows.bostonFields(), "case_enquiry_id", "")));
        file = SampleRows.bostonFile(folder.resolve("two.csv"), rows);
        var report = run();

        assertThat(report.run().rejects()).isEqualTo(1);
        assertThat(Files.readString(report.rejects()))
                .isEqualTo("line,key,field,reason,value\r\n3,,case_enquiry_id,no key,\r\n");
    }

    @Test
    void a_refusal_of_the_rules_is_a_reject_too() throws IOException {
        cases.refusing("/close");
        file = SampleRows.bostonFile(folder.resolve("one.csv"), List.of(SampleRows.bostonFields()));
        var report = run();

        assertThat(report.run().rejects()).isEqualTo(1);
        assertThat(Files.readString(report.rejects())).contains("2,101000000001,step close,GUARD_FAILED,");
    }

    @Test
    void who_interrupts_it_stops_it_between_two_rows() {
        Thread.currentThread().interrupt();
        var report = run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.interrupted()).isTrue();
        assertThat(report.run().rows()).isLessThan(ROWS);
        assertThat(ImportRun.newest(RequestFormat.BOSTON_311, folder)
                        .orElseThrow()
                        .state())
                .isEqualTo(ImportRun.State.INTERRUPTED);
    }

    @Test
    void the_newest_run_can_be_asked_for() {
        run();
        var status = ImportStatus.all(cases, new StoredEvents(EventNames.CATALOGUE), folder);

        assertThat(status).hasSize(1);
        assertThat(status.getFirst().newest().state()).isEqualTo(ImportRun.State.FINISHED);
        assertThat(status.getFirst().newest().rows()).isEqualTo(ROWS);
        assertThat(status.getFirst().totals().cases()).isEqualTo(ROWS);
    }

    @Test
    void totals_are_those_of_the_log_even_if_their_file_is_lost_or_torn() throws IOException {
        var totals = run().totals();
        Files.writeString(folder.resolve("imports/boston311-totals.json"), "{\"posi");

        assertThat(new ImportTally(RequestFormat.BOSTON_311, cases, new StoredEvents(EventNames.CATALOGUE), folder)
                        .totals())
                .isEqualTo(totals);
    }

    private ImportReport run() {
        return importer(folder, cases).run(order(), p -> {});
    }

    private ImportOrder order() {
        return ImportOrder.whole(RequestFormat.BOSTON_311, file);
    }

    private Importer importer(Path dataDir, RememberingCases over) {
        var clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        return new Importer(
                over,
                over,
                new StoredEvents(EventNames.CATALOGUE),
                supplies,
                clock,
                dataDir,
                new Patience(3, Duration.ofMillis(1)));
    }
}
