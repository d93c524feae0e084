package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs defects with their stack under a number, and tells nobody else more than the number. */
public final class Defects {

    private static final Logger LOG = LoggerFactory.getLogger(Defects.class);

    private final Supplier<String> numbers;

    public Defects(Supplier<String> numbers) {
        this.numbers = numbers;
    }

    /** Logs it; the refusal that tells its number. */
    public Refusal note(Throwable defect, String method, String path) {
        var number = numbers.get();
        LOG.error("defect {} in {} {}", number, method, path, defect);
        return Refusal.of(RefusalCode.DEFECT).with("number", number);
    }
}
