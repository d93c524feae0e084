package casetrail.events.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseIdTest {

    @Test
    void the_same_client_and_key_give_the_same_id_and_others_give_others() {
        assertThat(CaseId.forRequest("ab", "c")).isEqualTo(CaseId.forRequest("ab", "c"));
        assertThat(CaseId.forRequest("ab", "c")).isNotEqualTo(CaseId.forRequest("a", "bc"));
    }

    @Test
    void the_derivation_never_changes_because_repeats_are_recognised_by_it() {
        assertThat(CaseId.forRequest("import:boston311", "101000729509"))
                .hasToString("case-M587ECCE3JQMK4HW1M2DD5SM1K");
    }

    @Test
    void every_bit_of_the_first_130_counts() {
        var random = new Random(7);
        var seen = new HashSet<CaseId>();
        var bits = new byte[17];
        random.nextBytes(bits);
        seen.add(CaseId.of(bits));
        for (int bit = 0; bit < 130; bit++) {
            var other = bits.clone();
            other[bit / 8] ^= (byte) (0x80 >> (bit % 8));
            assertThat(seen.add(CaseId.of(other))).as("bit %d", bit).isTrue();
        }
    }

    @Test
    void a_malformed_id_is_refused_and_named() {
        assertThatThrownBy(() -> new CaseId("case-1")).hasMessageContaining("not a case id: 'case-1'");
    }
}
