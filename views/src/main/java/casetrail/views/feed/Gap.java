package casetrail.views.feed;

import java.io.Serial;

/** An event is missing between what a document holds and what the log gave next: a defect or damage, so nothing is written any more. */
public final class Gap extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Gap(String message) {
        super(message);
    }
}
