package casetrail.standalone.serving;

import casetrail.events.log.LogUnavailable;
import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DirectoryInUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.web.server.PortInUseException;

/** Says what went wrong in one line that an operator can act upon. */
public final class StartFailures {

    private StartFailures() {}

    public static String inOneLine(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            switch (cause) {
                case CannotStart known -> {
                    return firstLine(known);
                }
                case DirectoryInUse known -> {
                    return firstLine(known);
                }
                case PortInUseException known -> {
                    return "port %d is in use; choose another --port".formatted(known.getPort());
                }
                case LogUnavailable known -> {
                    return firstLine(known);
                }
                default -> {}
            }
        }
        Throwable root = causes.getLast();
        return "%s: %s".formatted(root.getClass().getSimpleName(), firstLine(root));
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static List<Throwable> causes(Throwable failure) {
        var seen = new HashSet<Throwable>();
        var causes = new ArrayList<Throwable>();
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            causes.add(at);
        }
        return causes;
    }
}
