package casetrail.query.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.edge.attachments.Attachments;
import casetrail.edge.attachments.FileAttachments;
import casetrail.edge.identity.Asker;
import casetrail.edge.identity.Session;
import casetrail.edge.identity.Standing;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.vault.FileVault;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.query.MemoryLog;
import casetrail.query.Samples;
import casetrail.query.casefile.CaseFiles;
import casetrail.query.casefile.CaseReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;

/** An attachment leaves as a file to be saved, and only from a case that the asker may read. */
class DownloadControllerTest {

    private static final byte[] PAGE = "<script>alert(1)</script>".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final MemoryLog log = new MemoryLog();
    private FileVault vault;
    private FileAttachments attachments;
    private DownloadController controller;
    private int cases;

    @BeforeEach
    void open() {
        vault = FileVault.in(folder.resolve("vault"));
        attachments = new FileAttachments(folder.resolve("attachments"), vault, () -> Instant.EPOCH);
        controller = new DownloadController(
                new CaseReading(new CaseFiles(log, new StoredEvents(EventNames.CATALOGUE)), vault::open), attachments);
    }

    @AfterEach
    void close() throws IOException {
        vault.close();
    }

    @Test
    void what_was_stored_is_given_out_and_never_shown_in_place() throws IOException {
        var address = put();
        var id = aCaseWith(address);

        var answer = controller.download(id.value(), address.value(), asker(Role.ACCEPTOR));

        assertThat(Objects.requireNonNull(answer.getBody()).getInputStream().readAllBytes())
                .isEqualTo(PAGE);
        var headers = answer.getHeaders();
        assertThat(headers.getFirst("Content-Disposition"))
                .startsWith("attachment; filename=\"")
                .endsWith(".txt\"");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("text/plain");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).startsWith("sandbox");
        assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-store");
        assertThat(headers.getContentLength()).isEqualTo(PAGE.length);
    }

    @Test
    void what_is_no_address_or_is_not_stored_or_belongs_to_another_case_is_not_found() throws IOException {
        var address = put();
        var id = aCaseWith(address);
        var nothing = new Sha256("0".repeat(64));
        for (var none : List.of(nothing.value(), "../vault/master.key", "x")) {
            assertRefused(id, none, Role.ACCEPTOR, RefusalCode.NOT_FOUND);
        }
        assertRefused(aCaseWith(nothing), nothing.value(), Role.ACCEPTOR, RefusalCode.NOT_FOUND);
        assertRefused(aCaseWith(nothing), address.value(), Role.SHIFT_LEADER, RefusalCode.NOT_FOUND);
        assertRefused(CaseId.forRequest("nobody", "nothing"), address.value(), Role.ACCEPTOR, RefusalCode.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "ANALYST", "AUDITOR", "RECORDS_OFFICER"})
    void who_does_not_work_on_cases_does_not_see_pictures(Role role) throws IOException {
        var address = put();
        assertRefused(aCaseWith(address), address.value(), role, RefusalCode.FORBIDDEN_ROLE);
        // Nor is it told which there are.
        assertRefused(aCaseWith(address), "0".repeat(64), role, RefusalCode.FORBIDDEN_ROLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDLER", "DEPT_LEAD", "GRID_MEMBER", "COMMUNITY_LEAD", "CITIZEN", "ANALYST"})
    void of_a_restricted_case_an_outsider_gets_nothing(Role role) throws IOException {
        var address = put();
        var id = aCaseWith(address);
        append(id, Samples.of(CaseEvent.VisibilityRestricted.class));

        assertRefused(id, address.value(), role, RefusalCode.NOT_FOUND);
        assertThat(controller
                        .download(id.value(), address.value(), asker(Role.ACCEPTOR))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    private CaseId aCaseWith(Sha256 attachment) {
        var id = CaseId.forRequest("attachments", "case " + cases++);
        append(id, Samples.of(CaseEvent.ReportRegistered.class));
        var progress = Samples.of(CaseEvent.ProgressRecorded.class);
        append(
                id,
                new CaseEvent.ProgressRecorded(
                        progress.caseId(), progress.note(), List.of(new Evidence(attachment, EvidenceStage.OTHER))));
        return id;
    }

    private void append(CaseId id, CaseEvent event) {
        var actor = Samples.actor(Role.DEPT_LEAD, "U-ROADS");
        log.append(id.stream(), Samples.NOON, Samples.envelope(actor, Samples.NOON), event);
    }

    private Sha256 put() throws IOException {
        return attachments
                .put(new ByteArrayInputStream(PAGE), Attachments.SIZE_MAX)
                .sha256();
    }

    private void assertRefused(CaseId id, String address, Role role, RefusalCode code) {
        assertThatThrownBy(() -> controller.download(id.value(), address, asker(role)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    private static Asker asker(Role role) {
        return new Asker(
                new PersonId("person-1"),
                new AccountName("somebody"),
                List.of(new Standing(new GrantId("grant-1"), role, null)),
                new Session("basic", null, 0, null));
    }
}
