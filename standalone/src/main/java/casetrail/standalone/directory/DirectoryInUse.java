package casetrail.standalone.directory;

import java.nio.file.Path;

/** Another live process holds the data directory. */
public final class DirectoryInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    DirectoryInUse(Path directory, String holder) {
        super("%s is in use by another Casetrail%s".formatted(directory, holder.isEmpty() ? "" : " (" + holder + ")"));
    }
}
