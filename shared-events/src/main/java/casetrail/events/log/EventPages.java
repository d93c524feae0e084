package casetrail.events.log;

import java.util.List;
import java.util.function.Predicate;

/** Looks through a log page by page, for engines that cannot choose events themselves. */
final class EventPages {

    private EventPages() {}

    /** The events that are wanted of the next page that holds any; empty if there is none up to the end. */
    static List<StoredEvent> next(EventLog log, long from, int max, Predicate<StoredEvent> wanted) {
        var page = log.read(from, EventLog.PAGE_MAX);
        while (!page.isEmpty()) {
            var found = page.stream().filter(wanted).limit(max).toList();
            if (!found.isEmpty()) {
                return found;
            }
            page = log.read(page.getLast().position() + 1, EventLog.PAGE_MAX);
        }
        return page;
    }
}
