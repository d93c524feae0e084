package casetrail.query.logfeed;

import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants of the log.
 *
 * @param from the first position wanted
 * @param names stored names, or beginnings of them that end in a dot; empty for all
 * @param limit how many events at most; {@link Long#MAX_VALUE} for all
 * @param follow whether to stay when the end is reached
 * @param rights what the reader may see and asked for
 */
record FeedQuery(
        long from,
        List<String> names,
        @Nullable StreamId stream,
        @Nullable UnitCode unit,
        long limit,
        boolean follow,
        FeedRights rights) {

    FeedQuery {
        names = List.copyOf(names);
    }
}
