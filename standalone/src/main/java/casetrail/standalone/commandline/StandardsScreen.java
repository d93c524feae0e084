package casetrail.standalone.commandline;

import casetrail.standalone.catalogue.Finding;
import casetrail.standalone.operations.StandardsTold;
import java.io.PrintWriter;
import java.util.List;

/** Shows what became of a table of filing standards, every fault and remark included. */
final class StandardsScreen {

    private StandardsScreen() {}

    static void show(StandardsTold told, PrintWriter out) {
        out.println("catalogue    %s, version %s".formatted(told.name(), told.version()));
        out.println("subclasses   %,d".formatted(told.subclasses()));
        out.println("rows         %,d".formatted(told.rows()));
        out.println("faults       %,d".formatted(told.faults().size()));
        out.println("remarks      %,d".formatted(told.remarks().size()));
        out.println("kept in      " + told.keptIn());
        findings("fault", told.faults(), out);
        findings("remark", told.remarks(), out);
        out.flush();
    }

    private static void findings(String kind, List<Finding> findings, PrintWriter out) {
        findings.forEach(each -> out.println("%-12s %s%s: %s%s"
                .formatted(
                        kind,
                        each.line() == 0 ? "" : "line %d, ".formatted(each.line()),
                        each.field(),
                        each.reason(),
                        each.value().isEmpty() ? "" : " (%s)".formatted(each.value()))));
    }
}
