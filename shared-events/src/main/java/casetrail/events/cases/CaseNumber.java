package casetrail.events.cases;

import casetrail.events.Bounded;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The short number by which people speak of a case: two digits of the year, a running number, and a check character that catches
 * every single wrong character and nearly every swap of two neighbours (ISO 7064 MOD 37,36), for example {@code 26-000123-K}.
 */
public record CaseNumber(@JsonValue String value) {

    /** The highest running number of a year. */
    public static final int RUNNING_MAX = 999_999_999;

    private static final Pattern FORM = Pattern.compile("[0-9]{2}-[0-9]{6,9}-[0-9A-Z]");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = 36;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a case number: '%s' (two digits, 6 to 9 digits, check character)"
                    .formatted(Bounded.shown(value)));
        }
        var body = value.substring(0, value.length() - 2);
        if (check(body) != value.charAt(value.length() - 1)) {
            throw new IllegalArgumentException(
                    "not a case number: '%s' (its check character does not fit; was a digit mistyped?)"
                            .formatted(value));
        }
    }

    /** The number of a year's {@code running}th case. */
    public static CaseNumber of(int year, int running) {
        if (running < 0 || running > RUNNING_MAX) {
            throw new IllegalArgumentException("running number %d is not in 0 to %d".formatted(running, RUNNING_MAX));
        }
        var body = "%02d-%06d".formatted(Math.floorMod(year, 100), running);
        return new CaseNumber(body + "-" + check(body));
    }

    private static char check(String body) {
        int p = MODULUS;
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) != '-') {
                int s = (p + ALPHABET.indexOf(body.charAt(i))) % MODULUS;
                p = (s == 0 ? MODULUS : s) * 2 % (MODULUS + 1);
            }
        }
        return ALPHABET.charAt((MODULUS + 1 - p) % MODULUS);
    }

    @Override
    public String toString() {
        return value;
    }
}
