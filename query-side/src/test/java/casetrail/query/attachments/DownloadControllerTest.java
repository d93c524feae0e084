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
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.refusals.RefusalCode;
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

/** An attachment leaves as a file to be saved, and only to whom works on cases. */
class DownloadControllerTest {

    private static final byte[] PAGE = "<script>alert(1)</script>".getBytes(UTF_8);

    @TempDir
    Path folder;

    private FileVault vault;
    private FileAttachments attachments;
    private DownloadController controller;

    @BeforeEach
    void open() {
        vault = FileVault.in(folder.resolve("vault"));
        attachments = new FileAttachments(folder.resolve("attachments"), vault, () -> Instant.EPOCH);
        controller = new DownloadController(attachments);
    }

    @AfterEach
    void close() throws IOException {
        vault.close();
    }

    @Test
    void what_was_stored_is_given_out_and_never_shown_in_place() throws IOException {
        var address = put();

        var answer = controller.download(address.value(), asker(Role.ACCEPTOR));

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
    void what_is_no_address_or_holds_nothing_is_not_found() {
        for (var address : List.of("0".repeat(64), "../vault/master.key", "x")) {
            assertRefused(address, Role.ACCEPTOR, RefusalCode.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "ANALYST", "AUDITOR", "RECORDS_OFFICER", "CITIZEN"})
    void who_does_not_work_on_cases_does_not_see_pictures(Role role) throws IOException {
        assertRefused(put().value(), role, RefusalCode.FORBIDDEN_ROLE);
    }

    private Sha256 put() throws IOException {
        return attachments
                .put(new ByteArrayInputStream(PAGE), Attachments.SIZE_MAX)
                .sha256();
    }

    private void assertRefused(String address, Role role, RefusalCode code) {
        assertThatThrownBy(() -> controller.download(address, asker(role)))
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
