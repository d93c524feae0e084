package casetrail.standalone.operations;

import java.util.Objects;

/** Which build this is. */
public final class Build {

    private Build() {}

    /** As the jar says; classes that were never packed have no version. */
    public static String version() {
        return Objects.requireNonNullElse(Build.class.getPackage().getImplementationVersion(), "unpacked");
    }
}
