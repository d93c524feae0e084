package casetrail.query.caselist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Channel;
import casetrail.events.Recorded;
import casetrail.events.cases.CaseEvent;
import casetrail.query.Samples;
import casetrail.query.casefile.Abridged;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.Tongue;
import casetrail.views.Document;
import casetrail.views.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list's documents against the case file: there is one fold of a case, and the list says what it says. */
class CaseListingTest {

    private static final View<CaseListing> CASES = CaseList.CASES;
    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int HISTORIES = FULL ? 5_000 : 200;
    private static final int EVENTS = 60;
    private static final int BYTES_MAX = 3_000;

    static List<CaseEvent> everyKind() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void the_row_after_every_kind_of_event_is_what_the_case_file_says(CaseEvent event) {
        var events = List.of(
                Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)),
                Samples.recorded(1, Samples.of(CaseEvent.CaseDispatched.class)),
                Samples.recorded(2, event));

        var listing = listing(events);
        var file = file(events);

        assertThat(listing).isEqualTo(new CaseListing(Channel.WEB, Abridged.of(file)));
        var row = CaseRow.of(listing, Samples.NOON, Tongue.ENGLISH);
        assertThat(row.status().code()).isEqualTo(file.status().name());
        assertThat(row.unit()).isEqualTo(file.handling().unit());
        assertThat(row.handler()).isEqualTo(file.handling().handler());
        assertThat(row.counters()).isEqualTo(file.counters());
        assertThat(row.version()).isEqualTo(file.trace().version());
        assertThat(row.position()).isEqualTo(file.trace().position());
        assertThat(row.updatedAt()).isEqualTo(file.trace().lastRecordedAt());
        assertThat(CaseFlag.of(listing.file())).isEqualTo(CaseFlag.of(file));
        assertThat(CaseFields.due(listing.file()).map(CaseFile.Clock::deadline))
                .isEqualTo(CaseFields.due(file).map(CaseFile.Clock::deadline));
        assertThat(Priority.of(listing.file())).isEqualTo(Priority.of(file));
    }

    @Test
    void random_histories_fold_on_from_what_is_kept_as_from_the_beginning() {
        long seed = Long.getLong("casetrail.seed", 20_261_123);
        var random = new Random(seed);
        long bytes = 0;
        long largest = 0;
        for (int h = 0; h < HISTORIES; h++) {
            var history = history(random);
            var whole = document(history, listing(history));
            int cut = 1 + random.nextInt(history.size() - 1);
            CaseListing kept = CASES.form().read(CASES.form().write(listing(history.subList(0, cut))));
            for (var event : history.subList(cut, history.size())) {
                // Written and read after every event, as a feed may do it.
                kept = CASES.form().read(CASES.form().write(CaseListing.after(kept, event)));
            }
            var continued = document(history, kept);
            assertThat(new String(continued.json(), UTF_8))
                    .as("history %d cut at %d, seed %d", h, cut, seed)
                    .isEqualTo(new String(whole.json(), UTF_8));
            assertThat(continued.values()).isEqualTo(whole.values());
            assertThat(kept.file()).isEqualTo(Abridged.of(file(history)));
            assertThat(Abridged.of(kept.file())).isEqualTo(kept.file());
            bytes += whole.json().length;
            largest = Math.max(largest, whole.json().length);
        }
        System.err.printf(
                "CaseListingTest: %,d histories of %d events (%s size), %,d bytes each on average, %,d at most, seed %d%n",
                HISTORIES, EVENTS, FULL ? "full" : "small", bytes / HISTORIES, largest, seed);
    }

    @Test
    void a_document_stays_small_and_holds_nothing_sealed() {
        var events = List.of(
                Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)),
                Samples.recorded(1, Samples.of(CaseEvent.CaseFiled.class)),
                Samples.recorded(2, Samples.of(CaseEvent.CaseDispatched.class)),
                Samples.recorded(3, Samples.of(CaseEvent.AssignmentAccepted.class)),
                Samples.recorded(4, Samples.of(CaseEvent.HandlingCompleted.class)),
                Samples.recorded(5, Samples.of(CaseEvent.FeedbackSubmitted.class)),
                Samples.recorded(6, Samples.of(CaseEvent.CaseClosed.class)));

        var document = document(events, listing(events));
        var json = new String(document.json(), UTF_8);

        System.err.printf("CaseListingTest: a closed case takes %,d bytes: %s%n", json.length(), json);
        assertThat(json).doesNotContain("ciphertext").doesNotContain("attachment");
        assertThat(document.json()).hasSizeLessThan(BYTES_MAX);
        assertThat(json).doesNotContainPattern("\":-?[0-9]+[.]");
    }

    private static List<Recorded<CaseEvent>> history(Random random) {
        var kinds = Samples.all();
        var events = new ArrayList<Recorded<CaseEvent>>();
        events.add(Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));
        for (int i = 1; i < EVENTS; i++) {
            events.add(Samples.recorded(i, kinds.get(random.nextInt(kinds.size()))));
        }
        return events;
    }

    private static Document document(List<Recorded<CaseEvent>> events, CaseListing listing) {
        return CASES.document(events.getFirst().stream(), events.getLast().sequence(), listing);
    }

    private static CaseListing listing(List<Recorded<CaseEvent>> events) {
        @Nullable CaseListing listing = null;
        for (var event : events) {
            listing = CASES.fold().after(listing, event);
        }
        return Objects.requireNonNull(listing);
    }

    private static CaseFile file(List<Recorded<CaseEvent>> events) {
        @Nullable CaseFile file = null;
        for (var event : events) {
            file = CaseFile.after(file, event);
        }
        return Objects.requireNonNull(file);
    }
}
