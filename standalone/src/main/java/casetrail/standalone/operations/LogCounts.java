package casetrail.standalone.operations;

import casetrail.events.log.EventLog;
import casetrail.events.wire.EventJson;
import casetrail.standalone.directory.OwnerOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/**
 * How many cases the log holds. Counted in the log itself, from where the last count ended; that place is kept in a small file, and if
 * it is lost only time is.
 */
final class LogCounts {

    /** What was counted below a position. */
    record Counted(long position, long cases) {

        static final Counted NOTHING = new Counted(0, 0);
    }

    private final EventLog log;
    private final Path file;

    LogCounts(EventLog log, Path dataDir) {
        this.log = log;
        this.file = dataDir.resolve("counts.json");
    }

    /** All that the log held when this was called. */
    synchronized Counted upToNow() {
        long end = log.end();
        Counted known = kept();
        if (known.position() > end) { // the directory was put beside another log
            known = Counted.NOTHING;
        }
        long position = known.position();
        long cases = known.cases();
        while (position < end) {
            var page = log.read(position, EventLog.PAGE_MAX);
            for (var event : page) {
                if (event.sequence() == 0 && event.stream().family().equals("case")) {
                    cases++;
                }
            }
            position += page.size();
        }
        var now = new Counted(position, cases);
        if (!now.equals(known)) {
            OwnerOnly.write(file, EventJson.MAPPER.writeValueAsString(now));
        }
        return now;
    }

    private Counted kept() {
        try {
            return Files.exists(file)
                    ? EventJson.MAPPER.readValue(OwnerOnly.read(file), Counted.class)
                    : Counted.NOTHING;
        } catch (JacksonException e) {
            return Counted.NOTHING; // only a shortcut
        }
    }
}
