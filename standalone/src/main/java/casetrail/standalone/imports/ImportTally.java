package casetrail.standalone.imports;

import casetrail.events.Envelope;
import casetrail.events.cases.CaseEvent;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.EventJson;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * Counts in the log what imports brought in. What was counted is kept in a small file with the position it goes up to, so that
 * counting goes on from there; if the file is lost or old, only time is lost. So the totals are those of the log after any crash.
 */
public final class ImportTally {

    private static final String REGISTERED =
            EventNames.CATALOGUE.nameOf(CaseEvent.ReportRegistered.class).name();
    private static final Set<String> ANOMALIES =
            Arrays.stream(Anomaly.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final RequestFormat format;
    private final EventLog log;
    private final StoredEvents events;
    private final Path file;
    private final byte[] mark;

    public ImportTally(RequestFormat format, EventLog log, StoredEvents events, Path dataDir) {
        this.format = format;
        this.log = log;
        this.events = events;
        this.file = ImportFiles.in(dataDir).resolve(format.label() + "-totals.json");
        this.mark = ('"' + format.client() + '"').getBytes(StandardCharsets.UTF_8);
    }

    /** The totals at the end of the log as it is now. */
    public ImportTotals totals() {
        var known = read();
        long end = log.end();
        if (known.position() > end) { // the directory was put beside another log
            known = ImportTotals.NONE;
        }
        if (known.position() == end) {
            return known;
        }
        var count = new Count(known);
        while (count.position < end) {
            var page = log.read(count.position, EventLog.PAGE_MAX);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(count::add);
        }
        var totals = count.totals();
        ImportFiles.write(file, EventJson.MAPPER.writeValueAsBytes(totals));
        return totals;
    }

    private ImportTotals read() {
        try {
            return Files.exists(file)
                    ? EventJson.MAPPER.readValue(Files.readAllBytes(file), ImportTotals.class)
                    : ImportTotals.NONE;
        } catch (IOException | JacksonException e) {
            return ImportTotals.NONE; // it is only a shortcut: the log is counted from its beginning
        }
    }

    private final class Count {

        private final TreeMap<String, Long> anomalies;
        private long position;
        private long cases;
        private long all;

        Count(ImportTotals from) {
            position = from.position();
            cases = from.cases();
            all = from.events();
            anomalies = new TreeMap<>(from.anomalies());
        }

        void add(StoredEvent stored) {
            position = stored.position() + 1;
            // Most envelopes of a big log are of no concern here; opening each would take most of the time.
            if (!stored.stream().family().equals("case") || indexOf(stored.envelope(), mark) < 0) {
                return;
            }
            var envelope = events.envelope(stored);
            if (envelope.request() == null || !envelope.request().client().equals(format.client())) {
                return;
            }
            all++;
            if (stored.name().equals(REGISTERED)) {
                cases++;
                flags(envelope);
            }
        }

        private void flags(Envelope envelope) {
            envelope.flags().stream().filter(ANOMALIES::contains).forEach(f -> anomalies.merge(f, 1L, Long::sum));
        }

        ImportTotals totals() {
            return new ImportTotals(position, cases, all, anomalies);
        }
    }

    private static int indexOf(byte[] text, byte[] part) {
        outer:
        for (int i = 0; i <= text.length - part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                if (text[i + j] != part[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
