package casetrail.events;

import java.util.regex.Pattern;

/**
 * What makes a repeated request recognisable.
 *
 * @param client who chose the key; keys of different clients never meet
 * @param key the client's {@code Idempotency-Key}
 * @param body SHA-256 of what was asked, so that the same key with another body is refused
 */
public record RequestKey(String client, String key, Sha256 body) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    public RequestKey {
        if (!FORM.matcher(client).matches() || !FORM.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "not an idempotency key: '%s' (1 to 200 visible ASCII characters)".formatted(Bounded.shown(key)));
        }
    }
}
