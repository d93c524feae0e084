package casetrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages link to what exists, decisions are numbered once, and both checks notice a planted fault. */
class PagesTest {
    private static final int PAGES_AT_LEAST = 10;

    @TempDir
    Path folder;

    @Test
    void every_relative_link_resolves() {
        var pages = new Pages(Pages.checkout());

        assertThat(pages.all()).hasSizeGreaterThan(PAGES_AT_LEAST);
        assertThat(pages.brokenLinks()).isEmpty();
    }

    @Test
    void a_link_to_nowhere_is_found() throws IOException {
        Files.writeString(
                folder.resolve("here.md"), "# Here it is\n```\n[code](nowhere.md)\n```\n[yes](#here-it-is)\n");
        Files.writeString(folder.resolve("page.md"), "[a](nowhere.md) [b](here.md#there) [c](here.md#here-it-is)\n");

        assertThat(new Pages(folder).brokenLinks())
                .containsExactly("page.md -> nowhere.md", "page.md -> here.md#there");
    }

    @Test
    void every_decision_has_its_number_and_its_parts() {
        var decisions = new Decisions(Pages.checkout().resolve("docs/adr"));

        assertThat(decisions.records()).isNotEmpty();
        assertThat(decisions.faults()).isEmpty();
    }

    @Test
    void a_number_used_twice_or_left_out_is_found() throws IOException {
        Files.writeString(folder.resolve("0001-first.md"), whole());
        Files.writeString(folder.resolve("0001-second.md"), whole());
        Files.writeString(folder.resolve("0004-fourth.md"), whole());

        assertThat(new Decisions(folder).faults())
                .containsExactly(
                        "0001-second.md: number 0001 where 0002 is next",
                        "0004-fourth.md: number 0004 where 0002 is next");
    }

    @Test
    void a_decision_without_a_status_or_a_proper_name_is_found() throws IOException {
        Files.writeString(folder.resolve("0001-first.md"), whole().replace("- Status: accepted\n", ""));
        Files.writeString(folder.resolve("second.md"), whole());

        assertThat(new Decisions(folder).faults()).hasSize(2);
    }

    private static String whole() {
        return """
                # 1. First

                - Date: 2026-01-01
                - Status: accepted

                ## Context
                ## Decision
                ## Alternatives
                ## Consequences
                """;
    }
}
