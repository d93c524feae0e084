package casetrail.benchmarks;

import java.io.PrintStream;

/** Prints figures as Markdown tables. */
final class Report {

    private final PrintStream out;

    private Report(PrintStream out) {
        this.out = out;
    }

    static Report to(PrintStream out) {
        return new Report(out);
    }

    void heading(String text) {
        line("\n## %s%n%n| what | clients | per second | p50 ms | p99 ms | times the baseline |".formatted(text));
        line("|---|---|---|---|---|---|");
    }

    void row(Figure figure, Figure baseline) {
        line(figure.row(baseline));
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
