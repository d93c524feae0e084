package casetrail.edge.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, an outage or a defect as RFC 9457 has it ({@code application/problem+json}).
 *
 * @param type the page that explains it, {@code /problems/<code>}
 * @param code the public code, never renamed
 * @param remedy what the asker can do
 * @param guard the condition that did not hold, if it was one
 * @param allowedCommands what the asker may do instead, as they stand in paths
 * @param errors every fault of a request that is not well formed
 * @param eventsSince what happened since the version that the asker saw, if that is why; the first ones of many
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "code",
    "remedy",
    "guard",
    "facts",
    "allowedCommands",
    "errors",
    "eventsSince"
})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String remedy,
        @Nullable String guard,
        SortedMap<String, String> facts,
        List<String> allowedCommands,
        List<Fault> errors,
        List<EventSince> eventsSince) {

    /** The same, saying what happened since. */
    public Problem withEventsSince(List<EventSince> events) {
        return new Problem(
                type, title, status, detail, instance, code, remedy, guard, facts, allowedCommands, errors, events);
    }

    /** An event that the asker had not seen: its stored name, the version of the case with it, its position in the log. */
    public record EventSince(String name, long version, long position) {}

    /** One fault, in words. */
    public record Fault(String pointer, String rule, String detail, String remedy) {}
}
