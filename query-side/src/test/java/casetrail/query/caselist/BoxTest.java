package casetrail.query.caselist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxTest {

    @Test
    void edges_are_millionths_of_degrees() {
        assertThat(Box.of("119.2,-26,119.4,26.1234567"))
                .isEqualTo(new Box(119_200_000, -26_000_000, 119_400_000, 26_123_457));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,2,3",
                "1,2,3,4,5",
                "a,b,c,d",
                "181,0,0,0",
                "0,-91,0,0",
                "0,1,0,0",
                "1e2,0,1,1",
                " 1,2,3,4",
                "1,,2,3"
            })
    void what_is_no_box_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Box.of(text));
    }
}
