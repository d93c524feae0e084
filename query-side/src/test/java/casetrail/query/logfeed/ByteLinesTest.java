package casetrail.query.logfeed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteLines lines = new ByteLines(out);

    @Test
    void moments_numbers_and_ids_look_as_everywhere_else() throws IOException {
        long seed = Long.getLong("casetrail.seed", 20261123);
        System.out.printf("byte lines: 20000 values, seed %d%n", seed);
        var random = new Random(seed);
        var expected = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            var moment = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), nanos(random));
            var id = new UUID(random.nextLong(), random.nextLong());
            long number = random.nextLong() & Long.MAX_VALUE;
            lines.moment(moment);
            lines.uuid(id);
            lines.number(number);
            expected.append(moment).append(id).append(number);
        }
        lines.number(0);
        lines.flush();

        assertThat(text()).isEqualTo(expected.append('0').toString());
    }

    @Test
    void stored_json_is_passed_on_byte_by_byte_however_long_it_is() throws IOException {
        var stored = ("{\"a\":\"" + "路灯".repeat(ByteLines.BUFFER) + "\"}").getBytes(StandardCharsets.UTF_8);
        lines.plain("before ");
        lines.json(stored);
        lines.flush();

        assertThat(text()).isEqualTo("before " + new String(stored, StandardCharsets.UTF_8));
    }

    @Test
    void a_line_break_between_tokens_does_not_end_the_line() throws IOException {
        lines.json("{\n  \"a\":\r\n 1}".getBytes(StandardCharsets.UTF_8));
        lines.flush();

        assertThat(text()).isEqualTo("{   \"a\":   1}");
    }

    private static int nanos(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1_000_000 * random.nextInt(1_000);
            case 2 -> 1_000 * random.nextInt(1_000_000);
            default -> random.nextInt(1_000_000_000);
        };
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
