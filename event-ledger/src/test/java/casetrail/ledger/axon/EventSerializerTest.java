package casetrail.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.wire.UnknownEvent;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;

class EventSerializerTest {

    private final EventSerializer serializer = new EventSerializer(Tally.CATALOGUE);

    @Test
    void events_go_by_their_stored_name() {
        var written = serializer.serialize(new Tally.Raised(3, true), String.class);
        assertThat(written.getType().getName()).isEqualTo("tally.raised");
        assertThat(written.getType().getRevision()).isEqualTo("2");
        assertThat(written.getData()).isEqualTo("{\"by\":3,\"upcast\":true}");
        assertThat(serializer.<String, Object>deserialize(written)).isEqualTo(new Tally.Raised(3, true));
        assertThat(serializer.classForType(written.getType())).isEqualTo(Tally.Raised.class);
    }

    @Test
    void what_has_no_name_is_not_written() {
        assertThatIllegalArgumentException().isThrownBy(() -> serializer.serialize("text", byte[].class));
        assertThatIllegalArgumentException().isThrownBy(() -> serializer.serialize(null, byte[].class));
    }

    @Test
    void what_is_unknown_throws_and_is_no_placeholder() {
        assertThatThrownBy(() -> serializer.deserialize(stored("tally.unheard-of", "1")))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> serializer.deserialize(stored("tally.raised", "3")))
                .isInstanceOf(UnknownEvent.class);
        assertThatIllegalArgumentException().isThrownBy(() -> serializer.deserialize(stored("tally.raised", "x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> serializer.classForType(new SimpleSerializedType("tally.unheard-of", "1")));
    }

    private static SimpleSerializedObject<String> stored(String name, String revision) {
        return new SimpleSerializedObject<>("{}", String.class, name, revision);
    }
}
