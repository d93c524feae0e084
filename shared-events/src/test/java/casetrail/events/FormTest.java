package casetrail.events;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.CaseId;
import casetrail.events.cases.Classification;
import casetrail.events.wire.StoredName;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every identifier is taken exactly if the regular expression that describes it fits. */
class FormTest {

    private static final int TEXTS = 20_000;
    private static final String CHARACTERS = "azAZmIOLU09_.- ~!\t\n/:@[`{\u00e9\u7f51\u0660";

    /** An identifier, what describes it, and one to begin with. */
    record Kind(String name, Consumer<String> make, String described, String one) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        var hash = "0123456789abcdef".repeat(4);
        return Stream.of(
                new Kind("person", PersonId::new, "person-[0-9a-z][0-9a-z-]{0,39}", "person-a1-b2"),
                new Kind("hash", Sha256::new, "[0-9a-f]{64}", hash),
                new Kind("case", CaseId::new, "case-[0-9A-HJKMNP-TV-Z]{26}", "case-01ARZ3NDEKTSV4RRFFQ69G5FAV"),
                new Kind(
                        "request key",
                        key -> new RequestKey("me", key, new Sha256(hash)),
                        "[\\x21-\\x7e]{1,200}",
                        "key~1!"),
                new Kind("unit", UnitCode::new, "[A-Z0-9][A-Z0-9._-]{0,39}", "ROADS-1.A_2"),
                new Kind("grid", GridCode::new, "[0-9A-Z][0-9A-Za-z._-]{0,39}", "GL-01-003"),
                new Kind(
                        "class",
                        code -> new Classification("01", code),
                        "[0-9A-Za-z][0-9A-Za-z_.-]{0,39}",
                        "0102a_b.c-d"),
                new Kind("reason", code -> new Reason(code, null), "[A-Z][A-Z0-9_]{1,39}", "WRONG_UNIT_2"),
                new Kind("stream", StreamId::new, "[a-z]{2,16}-[0-9A-Za-z._-]{1,79}", "case-01A.b_c-d"),
                new Kind(
                        "sealed subject",
                        subject -> new Sealed(subject, Purpose.FREE_TEXT, "text", "AAAA"),
                        "[a-z]{2,16}-[0-9A-Za-z._-]{1,79}",
                        "person-a1"),
                new Kind(
                        "sealed field",
                        field -> new Sealed("person-a1", Purpose.FREE_TEXT, field, "AAAA"),
                        "[a-zA-Z]{1,40}",
                        "freeText"),
                new Kind(
                        "stored name",
                        name -> new StoredName(name, 1),
                        "[a-z]+\\.[a-z]+(-[a-z]+)*",
                        "case.report-registered"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_described_is_taken_and_nothing_else(Kind kind) {
        var described = Pattern.compile(kind.described());
        var random = new Random(kind.name().hashCode());
        int fitting = 0;
        for (int i = 0; i < TEXTS; i++) {
            var text = i == 0 ? kind.one() : changed(kind.one(), random);
            boolean fits = described.matcher(text).matches();
            fitting += fits ? 1 : 0;
            assertThat(isTaken(kind, text)).as(text).isEqualTo(fits);
        }
        assertThat(fitting).isBetween(TEXTS / 100, TEXTS - TEXTS / 100);
    }

    private static boolean isTaken(Kind kind, String text) {
        try {
            kind.make().accept(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** With some characters put in, taken away, repeated or replaced. */
    private static String changed(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int times = random.nextInt(3); times >= 0; times--) {
            int at = random.nextInt(changed.length() + 1);
            char c = random.nextInt(3) == 0
                    ? CHARACTERS.charAt(random.nextInt(CHARACTERS.length()))
                    : text.charAt(random.nextInt(text.length()));
            switch (random.nextInt(5)) {
                case 0 -> changed.insert(at, c);
                case 1 -> changed.insert(at, String.valueOf(c).repeat(random.nextInt(200)));
                case 2 -> changed.delete(at, changed.length());
                default -> {
                    if (at < changed.length()) {
                        changed.setCharAt(at, c);
                    }
                }
            }
        }
        return changed.toString();
    }
}
