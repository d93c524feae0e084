package casetrail.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every event says beside its payload: who, for whom, by which way, why, when in the field, by which rules, caused by what. It is
 * written once as one byte string that every engine keeps exactly; {@code recordedAt} stands beside it, because the log stamps it.
 *
 * @param occurredAt when it happened in the field
 * @param flags what a reader should be warned of, for example {@code BACKDATED}; upper case, sorted
 * @param ruleVersions the versions of the rules that decided, by rule name
 * @param jurisdiction the one this deployment serves
 * @param request recognises a repeat of the request; absent for the system's own deeds without one
 * @param correlationId the same for all that follows from one request
 * @param causationId the event or request that caused this directly
 */
@JsonPropertyOrder({
    "actor",
    "channel",
    "reason",
    "occurredAt",
    "assurance",
    "flags",
    "ruleVersions",
    "jurisdiction",
    "request",
    "correlationId",
    "causationId"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Envelope(
        Actor actor,
        Channel channel,
        @Nullable Reason reason,
        Instant occurredAt,
        Assurance assurance,
        List<String> flags,
        SortedMap<String, String> ruleVersions,
        String jurisdiction,
        @Nullable RequestKey request,
        String correlationId,
        @Nullable String causationId) {

    /** The one entry of an Axon message's metadata: this envelope as JSON. */
    public static final String METADATA_KEY = "envelope";

    /** A fact that claims an earlier time than it was recorded at. */
    public static final String BACKDATED = "BACKDATED";

    public Envelope {
        flags = flags == null ? List.of() : flags.stream().sorted().distinct().toList();
        ruleVersions = ruleVersions == null
                ? new TreeMap<>()
                : java.util.Collections.unmodifiableSortedMap(new TreeMap<>(ruleVersions));
    }
}
