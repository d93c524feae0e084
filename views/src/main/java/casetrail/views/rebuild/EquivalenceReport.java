package casetrail.views.rebuild;

import casetrail.events.StreamId;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two versions of a view have in common.
 *
 * @param from the number of the version that is read
 * @param to the number of the version that is to be read
 * @param at when the comparing ended
 * @param compared how many streams have a document in either
 * @param same how many have the same document in both
 * @param differing how many have a document in both that is not the same
 * @param onlyInFrom how many have one in the first only
 * @param onlyInTo how many have one in the second only
 * @param unsettled how many changed so often while they were compared that nothing can be said of them
 * @param samples some of those that are not the same
 */
public record EquivalenceReport(
        int from,
        int to,
        Instant at,
        long compared,
        long same,
        long differing,
        long onlyInFrom,
        long onlyInTo,
        long unsettled,
        List<Sample> samples) {

    /** The most samples of a report. */
    public static final int SAMPLES_MAX = 20;

    /** The most fields of a sample. */
    public static final int FIELDS_MAX = 20;

    public EquivalenceReport {
        samples = List.copyOf(samples);
    }

    /** How many are not known to be the same. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public long notSame() {
        return compared - same;
    }

    /** The same with the first half of the samples. */
    public EquivalenceReport withFewerSamples() {
        return new EquivalenceReport(
                from,
                to,
                at,
                compared,
                same,
                differing,
                onlyInFrom,
                onlyInTo,
                unsettled,
                samples.subList(0, samples.size() / 2));
    }

    /** One stream whose documents are not the same, with the fields in which they differ. */
    public record Sample(StreamId stream, List<Difference> fields) {
        public Sample {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One field.
     *
     * @param pointer where it is (RFC 6901); empty for the whole document
     * @param before its JSON in the first, absent if it has none
     * @param after its JSON in the second, absent if it has none
     */
    public record Difference(
            String pointer,
            @Nullable String before,
            @Nullable String after) {}
}
