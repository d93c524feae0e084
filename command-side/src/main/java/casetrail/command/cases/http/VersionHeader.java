package casetrail.command.cases.http;

import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a case in {@code ETag} and {@code If-Match}: the sequence of its last event, as a strong entity tag. A tag of
 * a reading may name its language after that, which makes no difference here.
 */
final class VersionHeader {

    static final String NAME = "If-Match";

    private static final Pattern FORM = Pattern.compile("\"(0|[1-9][0-9]{0,17})(?:-[a-z]{2})?\"");

    private VersionHeader() {}

    static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the asker saw; null if the header is absent, or noted as a fault.
     *
     * @throws RefusedException for {@code *}: who decides about a case has to say what was seen of it
     */
    static @Nullable Long read(@Nullable String ifMatch, Violations violations) {
        if (ifMatch == null) {
            return null;
        }
        var stripped = ifMatch.strip();
        if (stripped.equals("*")) {
            throw new RefusedException(Refusal.of(RefusalCode.VERSION_REQUIRED).with("given", "If-Match: *"));
        }
        var form = FORM.matcher(stripped);
        if (!form.matches()) {
            violations.add(
                    "header:" + NAME,
                    FaultRule.MALFORMED,
                    Map.of("fault", "one ETag in quotes is expected, for example \"7\""));
            return null;
        }
        return Long.valueOf(form.group(1));
    }
}
