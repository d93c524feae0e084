package casetrail.standalone.commandline;

import casetrail.standalone.operations.ImportTold;
import java.io.PrintWriter;
import java.time.Duration;

/** Shows how an import goes: one line that is written over on a terminal, else a line each time. */
final class ImportScreen {

    private final PrintWriter out;
    private final boolean terminal = Boolean.getBoolean("casetrail.terminal"); // the launcher looks
    private String end = "LOST";

    ImportScreen(PrintWriter out) {
        this.out = out;
    }

    /** How the import ended, by its last line. */
    String end() {
        return end;
    }

    void show(ImportTold told) {
        out.print(terminal ? "\r" + progress(told) + "\u001b[K" : progress(told) + System.lineSeparator());
        var last = told.end();
        if (last != null) {
            end = last.state();
            out.print(terminal ? System.lineSeparator() : "");
            out.println("%s%s"
                    .formatted(
                            last.state().toLowerCase(java.util.Locale.ROOT),
                            last.message() == null ? "" : ": " + last.message()));
            out.println(
                    "in the log   %,d cases, %,d events of this format".formatted(last.allCases(), last.allEvents()));
            out.println("anomalies    " + StatusCommand.counted(last.anomalies()));
            if (told.rejects() > 0) {
                out.println("rejects      %,d, see %s".formatted(told.rejects(), last.rejectsFile()));
            }
            if (!last.state().equals("FINISHED")) {
                out.println("Run the same command again to go on from here.");
            }
        }
        out.flush();
    }

    private static String progress(ImportTold told) {
        return "%,d rows (%,d new cases, %,d gone on with, %,d there already, %,d rejected), %,d events, %,.0f rows/s, %,.0f events/s%s"
                .formatted(
                        told.rows(),
                        told.cases(),
                        told.continued(),
                        told.repeats(),
                        told.rejects(),
                        told.events(),
                        told.rowsPerSecond(),
                        told.eventsPerSecond(),
                        eta(told));
    }

    private static String eta(ImportTold told) {
        Long seconds = told.remainingSeconds();
        if (told.end() != null || seconds == null) {
            return "";
        }
        var left = Duration.ofSeconds(seconds);
        return ", %d:%02d:%02d left".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }
}
