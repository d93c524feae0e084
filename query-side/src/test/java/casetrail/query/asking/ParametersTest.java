package casetrail.query.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violation;
import casetrail.events.UnitCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private enum Colour {
        DARK_RED
    }

    @Test
    void all_faults_are_told_at_once_and_strangers_by_name() {
        var asked = new Parameters(Map.of(
                "unit", new String[] {"no unit"},
                "colour", new String[] {"blue"},
                "limit", new String[] {"0"},
                "when", new String[] {"yesterday"},
                "twice", new String[] {"a", "b"},
                "nonsense", new String[] {"1"}));
        asked.all("unit", UnitCode::new);
        asked.word("colour", Parameters.kebab(Colour.class));
        asked.number("limit", 1, 9);
        asked.moment("when");
        asked.one("twice", t -> t);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(asked::refuseFaults)
                .satisfies(e -> assertThat(e.violations())
                        .extracting(Violation::pointer, Violation::rule)
                        .containsExactlyInAnyOrder(
                                Tuple.tuple("query:unit", FaultRule.MALFORMED),
                                Tuple.tuple("query:colour", FaultRule.NOT_ONE_OF),
                                Tuple.tuple("query:limit", FaultRule.OUT_OF_RANGE),
                                Tuple.tuple("query:when", FaultRule.MALFORMED),
                                Tuple.tuple("query:twice", FaultRule.TOO_MANY),
                                Tuple.tuple("query:nonsense", FaultRule.UNKNOWN_FIELD)));
    }

    @Test
    void what_is_well_given_is_understood() {
        var asked = new Parameters(Map.of(
                "colour", new String[] {"dark-red"},
                "when", new String[] {"2026-11-20T12:00:00+08:00"},
                "limit", new String[] {"9"}));

        assertThat(asked.words("colour", Parameters.kebab(Colour.class))).containsExactly(Colour.DARK_RED);
        assertThat(asked.moment("when")).isEqualTo(Instant.parse("2026-11-20T04:00:00Z"));
        assertThat(asked.number("limit", 1, 9)).isEqualTo(9);
        assertThat(asked.number("absent", 1, 9)).isNull();
        asked.refuseFaults();
    }

    @Test
    void repeating_and_length_have_bounds() {
        var many = Collections.nCopies(Parameters.REPEATED_MAX + 1, "U").toArray(String[]::new);
        var asked = new Parameters(Map.of("unit", many, "long", new String[] {"x".repeat(2_001)}));

        assertThat(asked.all("unit", UnitCode::new)).isEmpty();
        assertThat(asked.moment("long")).isNull();

        assertThat(asked.violations().found())
                .extracting(Violation::rule)
                .containsExactly(FaultRule.TOO_MANY, FaultRule.TOO_LONG);
    }

    @Test
    void the_same_question_is_the_same_text_in_whatever_order_it_came() {
        var asked =
                new Parameters(Map.of("b", new String[] {"2 &"}, "a", new String[] {"1"}, "after", new String[] {"x"}));

        assertThat(asked.question("after")).isEqualTo("a[1]&b[2 &]");
        assertThat(asked.query("after")).isEqualTo("a=1&b=2+%26");
        assertThat(List.of(asked.question("after"))).isNotEqualTo(List.of(asked.question()));
    }
}
