package casetrail.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class PositionTokenTest {

    private final PositionToken three = new PositionToken(3);
    private final PositionToken five = new PositionToken(5);

    @Test
    void the_later_one_covers_the_earlier() {
        assertThat(five.covers(three)).isTrue();
        assertThat(five.covers(five)).isTrue();
        assertThat(three.covers(five)).isFalse();
        assertThat(PositionToken.NOTHING.covers(null)).isTrue();
        assertThat(five.upperBound(three)).isEqualTo(five);
        assertThat(three.upperBound(five)).isEqualTo(five);
        assertThat(five.lowerBound(three)).isEqualTo(three);
        assertThat(three.lowerBound(five)).isEqualTo(three);
    }

    @Test
    void it_has_a_position_once_something_was_seen() {
        assertThat(three.position()).hasValue(3);
        assertThat(PositionToken.NOTHING.position()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new PositionToken(-2));
    }

    @Test
    void it_is_written_and_read_as_json() {
        var serializer = Jackson3Serializer.builder().build();
        var written = serializer.serialize(three, String.class);
        assertThat(written.getData()).isEqualTo("{\"last\":3}");
        assertThat(serializer.<String, Object>deserialize(written)).isEqualTo(three);
    }

    @Test
    void a_token_of_another_log_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> three.covers(new GlobalSequenceTrackingToken(1)));
    }
}
