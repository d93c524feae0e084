package casetrail.standalone.commandline;

import casetrail.standalone.imports.RequestFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What may be typed as a format: the one list of it. */
final class ImportFormats implements Iterable<String> {

    static final String FILING_STANDARDS = "filing-standards";

    private static final List<String> ALL = Stream.concat(
                    Arrays.stream(RequestFormat.values()).map(RequestFormat::label), Stream.of(FILING_STANDARDS))
            .toList();

    static boolean has(String format) {
        return ALL.contains(format);
    }

    /** All of them, for people. */
    static String told() {
        return String.join(", ", ALL);
    }

    @Override
    public Iterator<String> iterator() {
        return ALL.iterator();
    }
}
