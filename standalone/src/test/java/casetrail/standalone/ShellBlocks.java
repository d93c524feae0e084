package casetrail.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which commands of the pages are run by a test, which are not and why, and how those are found that nobody thought of. */
final class ShellBlocks {

    /** Every {@code sh} block of them is run by {@link DocsIT}. */
    static final List<String> WHOLE_PAGES =
            List.of("docs/http-api.md", "docs/imports.md", "docs/log-feed.md", "docs/questions.md", "docs/views.md");

    /** One section of it is run by {@link ReadmeTourIT}. */
    static final String TOUR_PAGE = "README.md";

    /** Shown as text, because a test cannot run them; each with the reason. */
    static final Map<String, String> NOT_RUN = Map.of(
            "./casetrail serve --demo",
            "keeps its terminal; the tests of pages start the same server themselves",
            "mvn verify",
            "is what runs the tests of pages",
            "mvn verify -Dcasetrail.test.axonserver=127.0.0.1:8124",
            "needs an Axon Server beside the build");

    private static final Pattern FENCE = Pattern.compile("\\s*(?:```|~~~)(\\w*)\\s*");
    private static final Set<String> OTHER_SHELLS = Set.of("bash", "shell", "zsh", "fish", "bat", "powershell");
    private static final Pattern COMMAND = Pattern.compile(
            "(?:\\$ )?(?:\\./|\\.ci/|mvn\\b|curl\\b|docker|java\\b|psql\\b|git\\b|export\\b|sudo\\b|apt).*");

    private ShellBlocks() {}

    /** The lines of a page that look like commands and that no test runs, without those that have a reason. */
    static List<String> forgotten(String page, List<String> lines) {
        var forgotten = new ArrayList<String>();
        boolean run = WHOLE_PAGES.contains(page);
        boolean inTour = false;
        String kind = null;
        for (String line : lines) {
            if (kind == null && line.startsWith("## ")) {
                inTour = page.equals(TOUR_PAGE)
                        && line.toLowerCase(java.util.Locale.ROOT).contains("tour");
            }
            var fence = FENCE.matcher(line);
            if (fence.matches()) {
                kind = kind == null ? fence.group(1) : null;
            } else if (kind != null && !NOT_RUN.containsKey(line.strip())) {
                boolean shell = kind.equals("sh") ? !run && !inTour : OTHER_SHELLS.contains(kind);
                boolean hidden = !kind.equals("sh")
                        && !kind.equals("console")
                        && COMMAND.matcher(line.strip()).matches();
                if (shell || hidden) {
                    forgotten.add(page + ": " + line);
                }
            }
        }
        return forgotten;
    }
}
