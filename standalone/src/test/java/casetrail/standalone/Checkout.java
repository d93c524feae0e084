package casetrail.standalone;

import java.nio.file.Path;
import java.util.Objects;

/** The clone that the tests run in. */
final class Checkout {

    private Checkout() {}

    /** Its top: tests run in their module's directory, which lies one below. */
    static Path root() {
        return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    }
}
