package casetrail.ledger;

import casetrail.ledger.LogWalk.Seen;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/** The other process of {@link LedgerStormIT}: half of the writers and a reader of its own. */
final class StormProcess {

    private static final String MARK = "storm-result ";

    private StormProcess() {}

    /** What it tells on its standard output when it is done. */
    record Told(long appended, long events, String digest) {

        static Told read(Process process) throws IOException {
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(MARK)) {
                        var words = line.substring(MARK.length()).split(" ", -1);
                        return new Told(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]);
                    }
                }
            }
            throw new IllegalStateException("the other process ended without a result");
        }

        void write(PrintStream out) {
            out.println(MARK + appended + " " + events + " " + digest);
            out.flush();
        }
    }

    /** Arguments: JDBC URL, user, password, writers, events in all, seed. */
    public static void main(String[] args) throws Exception {
        var access = new ServingAccess(args[0], args[1], args[2]);
        long events = Long.parseLong(args[4]);
        try (var ledger = PostgresLedger.open(access, LedgerOptions.DEFAULT, InstantSource.system());
                var threads = Executors.newSingleThreadExecutor()) {
            var reader = threads.submit(() -> LogWalk.untilFinished(ledger, 2));
            long appended =
                    new Storm(ledger, "there", Integer.parseInt(args[3]), events / 2, Long.parseLong(args[5])).run();
            Seen seen = reader.get();
            new Told(appended, seen.events(), seen.digest())
                    .write(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        }
    }
}
