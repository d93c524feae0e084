package casetrail.standalone.serving;

import casetrail.edge.state.StateUnavailable;
import casetrail.events.log.LogUnavailable;
import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DirectoryInUse;
import casetrail.views.store.ViewsUnavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.web.server.PortInUseException;

/** Says what went wrong in one line that an operator can act upon. */
public final class StartFailures {

    private StartFailures() {}

    /** What went wrong; of a defect, its name. */
    public static String inOneLine(Throwable failure) {
        Throwable root = causes(failure).getLast();
        return known(failure).orElseGet(() -> "%s: %s".formatted(root.getClass().getSimpleName(), firstLine(root)));
    }

    /** The same for what lies outside the program; empty for a defect, whose trace somebody has to see. */
    static Optional<String> known(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            switch (cause) {
                case CannotStart known -> {
                    return Optional.of(firstLine(known));
                }
                case DirectoryInUse known -> {
                    return Optional.of(firstLine(known));
                }
                case PortInUseException known -> {
                    return Optional.of("port %d is in use; choose another --port".formatted(known.getPort()));
                }
                case LogUnavailable known -> {
                    return Optional.of(firstLine(known));
                }
                case StateUnavailable known -> {
                    return Optional.of(firstLine(known));
                }
                case ViewsUnavailable known -> {
                    return Optional.of(firstLine(known));
                }
                case BindException known -> {
                    // Its value is not told: it may be a secret.
                    return Optional.of("the setting %s has a value that it cannot have".formatted(named(known)));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static ConfigurationPropertyName named(BindException failure) {
        var property = failure.getProperty();
        return property == null ? failure.getName() : property.getName();
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
