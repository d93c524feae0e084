package casetrail.query.logfeed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The lines of the feed as its readers may write them down; the API document is made from it, the feed itself writes bytes. */
sealed interface FeedLine {

    /**
     * An event.
     *
     * @param withheld instead of the payload, for who may not read cases that are visible to few
     */
    @Schema(name = "LogEvent")
    record Event(
            long position,
            String stream,
            long sequence,
            String eventId,
            String name,
            int revision,
            Instant recordedAt,

            @Schema(type = "object", description = "as it is stored")
            Object envelope,

            @Schema(type = "object", description = "as it is stored; sealed values stay sealed") @Nullable
            Object payload,

            @Nullable Boolean withheld)
            implements FeedLine {}

    /**
     * How far the feed came.
     *
     * @param next the position to go on with
     * @param endOfLog true if all was given out that the log holds
     * @param recordedAt of the last event before {@code next}
     * @param limitReached true if as many events were given out as were asked for
     * @param heartbeat true if nothing happened for a while
     * @param ended why the server ended the feed
     */
    @Schema(name = "LogMark")
    record Mark(
            long next,
            @Nullable Boolean endOfLog,
            @Nullable Instant recordedAt,
            @Nullable Boolean limitReached,
            @Nullable Boolean heartbeat,
            FeedLines.@Nullable Ending ended)
            implements FeedLine {}
}
