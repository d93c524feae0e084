package casetrail.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.Guard;
import casetrail.events.refusals.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code has its page, and the page of conditions has every condition. */
class ProblemPagesTest {

    @ParameterizedTest
    @EnumSource
    void every_code_has_a_page_with_all_parts_and_its_status(RefusalCode code) {
        assertThat(ProblemPages.of(code).orElse(""))
                .startsWith("# " + code.name() + ": ")
                .contains("HTTP status " + ProblemStatus.of(code).status())
                .contains("## Means", "## Caused by", "## Do this", "## 中文", "含义：", "原因：", "处理：");
    }

    @ParameterizedTest
    @EnumSource
    void every_condition_stands_in_both_tables(Guard guard) {
        var page = ProblemPages.of(RefusalCode.GUARD_FAILED).orElse("");

        assertThat(page).contains("| `%s` | %s |".formatted(guard, guard.condition()));
        assertThat(page.split("\\| `%s` \\|".formatted(guard), -1)).hasSize(3);
    }

    @Test
    void an_unknown_slug_has_no_page() {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                RefusedException.class, () -> new ProblemPages().page("../refusals"))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.NOT_FOUND);
    }
}
