package casetrail.events;

/**
 * What makes a repeated request recognisable.
 *
 * @param client who chose the key; keys of different clients never meet
 * @param key the client's {@code Idempotency-Key}
 * @param body SHA-256 of what was asked, so that the same key with another body is refused
 */
public record RequestKey(String client, String key, Sha256 body) {

    private static final Form FORM = Form.of("!-~", 1, 200);

    public RequestKey {
        if (!FORM.fits(client) || !FORM.fits(key)) {
            throw new IllegalArgumentException(
                    "not an idempotency key: '%s' (1 to 200 visible ASCII characters)".formatted(Bounded.shown(key)));
        }
    }
}
