package casetrail.standalone.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the real files that the tests use where they are: beside the project, or where CASETRAIL_SHARED says. */
public final class SharedFiles {

    public static final String BOSTON = "requests/boston-311-animal-pest-2013-2023.csv.gz";
    public static final String NYC = "requests/nyc-311-sample-2023-02.csv.gz";

    private SharedFiles() {}

    public static Optional<Path> find(String name) {
        var told = System.getenv("CASETRAIL_SHARED");
        var here = Path.of("").toAbsolutePath();
        var beside = Stream.iterate(here, Objects::nonNull, Path::getParent)
                .limit(4)
                .map(p -> p.resolveSibling("shared").resolve("data"));
        var roots =
                told == null ? beside : Stream.of(Path.of(told), Path.of(told).resolve("data"));
        return roots.map(r -> r.resolve(name)).filter(Files::isRegularFile).findFirst();
    }

    /** What a suite says when it steps aside. */
    public static String notRun(String name) {
        return "NOT RUN: %s is not there (beside the project in ../shared/data, or where CASETRAIL_SHARED says)"
                .formatted(name);
    }
}
