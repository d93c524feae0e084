package casetrail.events.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void a_number_reads_as_year_running_number_and_check_character() {
        assertThat(CaseNumber.of(2026, 123).value()).matches("26-000123-[0-9A-Z]");
        assertThat(new CaseNumber(CaseNumber.of(2026, 999_999_999).value()).value())
                .startsWith("26-999999999-");
    }

    @Test
    void every_single_wrong_digit_is_caught() {
        var number = CaseNumber.of(2026, 4711).value();
        for (int i : IntStream.range(0, number.length() - 1)
                .filter(i -> number.charAt(i) != '-')
                .toArray()) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != number.charAt(i)) {
                    var wrong = number.substring(0, i) + digit + number.substring(i + 1);
                    assertThatThrownBy(() -> new CaseNumber(wrong))
                            .as(wrong)
                            .hasMessageContaining("check character does not fit");
                }
            }
        }
    }

    @Test
    void nearly_every_swap_of_neighbours_is_caught() {
        int swaps = 0;
        int missed = 0;
        for (int running = 0; running < 1_000; running++) {
            var number = CaseNumber.of(2026, 100_000 + running * 7).value();
            for (int i = 3; i < 8; i++) {
                if (number.charAt(i) != number.charAt(i + 1)) {
                    swaps++;
                    missed += passes(number.substring(0, i)
                                    + number.charAt(i + 1)
                                    + number.charAt(i)
                                    + number.substring(i + 2))
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(swaps).isGreaterThan(4_000);
        assertThat(missed * 100).isLessThan(swaps);
    }

    private static boolean passes(String number) {
        try {
            return new CaseNumber(number).value().equals(number);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void a_running_number_out_of_range_is_refused() {
        assertThatThrownBy(() -> CaseNumber.of(2026, -1)).hasMessageContaining("not in 0 to 999999999");
        assertThatThrownBy(() -> new CaseNumber("26-12-X")).hasMessageContaining("not a case number");
    }
}
