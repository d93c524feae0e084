package casetrail.command.cases.http;

import casetrail.events.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every command may say beside its own fields.
 *
 * @param reason why
 * @param channel the way it came in; {@code WEB} unless said otherwise
 * @param occurredAt when it happened in the field; only channels that may back-date may say so
 */
record About(
        @Nullable ReasonRequest reason,
        @Nullable Channel channel,
        @Nullable Instant occurredAt) {

    static final About NOTHING = new About(null, null, null);

    /** A code that everybody may read, and words that are sealed. */
    record ReasonRequest(
            @Bound(min = 2, max = 40) String code,

            @Bound(min = 1, max = Texts.REASON_MAX) @Nullable
            String text) {

        ReasonRequest {
            if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
                throw new IllegalArgumentException("a reason code is 2 to 40 of A-Z, 0-9 and underscore");
            }
        }
    }

    boolean sealsText() {
        return reason != null && reason.text() != null;
    }
}
