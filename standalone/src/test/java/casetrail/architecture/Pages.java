package casetrail.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The Markdown pages under one folder, and what is wrong with the links in them. */
record Pages(Path root) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^\\s*(```|~~~).*?^\\s*\\1\\s*$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "data", "node_modules");

    /** The checkout that this test runs in, found by the wrapper's folder. */
    static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "no checkout around " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    List<Path> all() {
        try (var walk = Files.walk(root)) {
            return walk.filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !inForeignFolder(page))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean inForeignFolder(Path page) {
        for (Path part : root.relativize(page)) {
            if (NOT_OURS.contains(part.toString())) {
                return true;
            }
        }
        return false;
    }

    List<String> brokenLinks() {
        var broken = new ArrayList<String>();
        for (Path page : all()) {
            var links = LINK.matcher(prose(page));
            while (links.find()) {
                String link = links.group(1);
                if (!link.matches("[a-zA-Z][a-zA-Z+.-]*:.*") && !resolves(page, link)) {
                    broken.add(root.relativize(page) + " -> " + link);
                }
            }
        }
        return broken;
    }

    private boolean resolves(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path folder = page.getParent();
        Path target = file.isEmpty() || folder == null ? page : folder.resolve(file);
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || !target.toString().endsWith(".md") || anchors(target).contains(link.substring(hash + 1));
    }

    private static List<String> anchors(Path page) {
        String text = FENCE.matcher(read(page)).replaceAll("");
        return HEADING.matcher(text)
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String prose(Path page) {
        return CODE.matcher(FENCE.matcher(read(page)).replaceAll("")).replaceAll("");
    }

    static String read(Path page) {
        try {
            return Files.readString(page, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
