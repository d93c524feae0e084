package casetrail.query.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casetrail.events.StreamId;
import casetrail.views.After;
import casetrail.views.Field;
import casetrail.views.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String QUESTION = "/api/cases?state[FILED]";
    private static final StreamId STREAM = new StreamId("case-1");

    static Stream<After> ends() {
        return Stream.of(
                new After(null, STREAM),
                new After(new Value.Whole(-7), STREAM),
                new After(new Value.Whole(Long.MAX_VALUE), STREAM),
                new After(new Value.Term("26-000123-U"), STREAM),
                new After(new Value.Term("水"), STREAM));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void a_cursor_comes_back_as_it_was(After end) {
        var value = end.value();
        var sorted = value == null ? Field.Kind.NUMBER : value.kind();

        assertThat(Cursor.read(QUESTION, sorted, Cursor.written(QUESTION, end))).isEqualTo(end);
    }

    @Test
    void a_cursor_of_another_question_is_refused() {
        var cursor = Cursor.written(QUESTION, new After(null, STREAM));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cursor.read("/api/cases?state[CLOSED]", Field.Kind.NUMBER, cursor))
                .withMessageContaining("this question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "____", "水"})
    void nonsense_is_refused(String cursor) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.read(QUESTION, Field.Kind.NUMBER, cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nx", "n", "x1", "t", "t7"})
    void a_cursor_with_another_value_is_refused(String value) {
        var whole = new String(
                Base64.getUrlDecoder().decode(Cursor.written(QUESTION, new After(new Value.Whole(7), STREAM))),
                StandardCharsets.UTF_8);
        var changed = Base64.getUrlEncoder()
                .encodeToString(whole.replace("\nn7\n", "\n" + value + "\n").getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.read(QUESTION, Field.Kind.NUMBER, changed));
    }
}
