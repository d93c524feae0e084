package casetrail.standalone.serving;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import casetrail.standalone.directory.OwnerOnly;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that makes a data directory a demo one. Never put where a log was begun without it: that may be real data. */
final class DemoMark {

    private static final String FILE = "demo";

    private DemoMark() {}

    static boolean stands(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** Refuses early what needs no database to be seen. */
    static void check(ServeOrder order, Path directory) {
        if (order.demo() && !stands(directory) && Files.exists(directory.resolve(Server.SERVING_PASSWORD))) {
            throw refused(directory);
        }
    }

    /** Refuses with {@link CannotStart} if the database holds a log and the mark does not stand. */
    static void set(DataDirectory directory, Database database) {
        if (stands(directory.path())) {
            return;
        }
        if (database.holdsLog()) {
            throw refused(directory.path());
        }
        OwnerOnly.write(
                directory.resolve(FILE), "This is a demo city. Its accounts are no secret; put no real data here.\n");
    }

    private static CannotStart refused(Path directory) {
        return new CannotStart("%s was made without --demo and may hold real data; choose another --data for a demo"
                .formatted(directory));
    }
}
