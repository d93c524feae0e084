package casetrail.standalone.serving;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be served, and where.
 *
 * @param port 0 takes a free one
 * @param demo whether a demo city is wanted; refused where real data is
 */
public record ServeOrder(Path data, String bind, int port, Optional<ExternalDatabase> external, boolean demo) {

    /** For one command of this machine's operator: a free port that nobody else hears of. */
    public static ServeOrder forOneCommand(Path data, Optional<ExternalDatabase> external) {
        return new ServeOrder(data, "127.0.0.1", 0, external, false);
    }
}
