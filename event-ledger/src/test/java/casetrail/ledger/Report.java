package casetrail.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a heavy test says about itself: which size ran, and what it met. */
final class Report {

    private static final Logger LOG = LoggerFactory.getLogger("casetrail.report");

    private Report() {}

    static void line(String text) {
        LOG.info(text);
    }
}
