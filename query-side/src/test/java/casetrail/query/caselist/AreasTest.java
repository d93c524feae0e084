package casetrail.query.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.GridCode;
import org.junit.jupiter.api.Test;

class AreasTest {

    @Test
    void a_code_of_digits_lies_in_its_county_street_and_community() {
        assertThat(Areas.of(new GridCode("350102001003012")))
                .containsExactly("350102", "350102001", "350102001003", "350102001003012");
        assertThat(Areas.of(new GridCode("350102001"))).containsExactly("350102", "350102001");
    }

    @Test
    void other_codes_lie_in_what_stands_before_a_hyphen_or_a_dot() {
        assertThat(Areas.of(new GridCode("G-01.02-7"))).containsExactly("G", "G-01", "G-01.02", "G-01.02-7");
        assertThat(Areas.of(new GridCode("G0101"))).containsExactly("G0101");
    }
}
