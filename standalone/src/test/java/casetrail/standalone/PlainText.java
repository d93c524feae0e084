package casetrail.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for words in every byte of every file of a directory, in whatever file they may have got into. */
final class PlainText {

    private PlainText() {}

    /** The files that hold each of the words; none for a word that is in no file. */
    static Map<String, List<Path>> filesWith(Path directory, Map<String, byte[]> words) throws IOException {
        var found = new HashMap<String, List<Path>>();
        try (Stream<Path> files = Files.walk(directory)) {
            // The programs of PostgreSQL came with the release; nothing is written there.
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/postgres/programs-"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                words.forEach((name, word) -> {
                    if (holds(bytes, word)) {
                        found.computeIfAbsent(name, anyName -> new ArrayList<>())
                                .add(file);
                    }
                });
            }
        }
        return found;
    }

    private static boolean holds(byte[] bytes, byte[] word) {
        outer:
        for (int at = 0; at <= bytes.length - word.length; at++) {
            for (int i = 0; i < word.length; i++) {
                if (bytes[at + i] != word[i]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
