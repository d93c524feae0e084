package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page shows a command that is neither run by a test nor excused, and what pages tell to type at Maven exists. */
class ShellBlocksTest {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "data", "data-demo", "node_modules");
    private static final Pattern MAVEN = Pattern.compile("`((?:mvn|\\./mvnw)\\b[^`]*)`");

    @Test
    void every_command_of_every_page_is_run_or_excused() throws IOException {
        var forgotten = new TreeSet<String>();
        for (var page : pages()) {
            forgotten.addAll(ShellBlocks.forgotten(page, lines(page)));
        }
        assertThat(forgotten).isEmpty();
    }

    @Test
    void the_pages_that_are_run_have_commands_and_what_is_excused_stands_somewhere() throws IOException {
        for (var page : ShellBlocks.WHOLE_PAGES) {
            assertThat(Tour.of(lines(page))).as(page).isNotEmpty();
        }
        var everything = new TreeSet<String>();
        for (var page : pages()) {
            everything.addAll(lines(page).stream().map(String::strip).toList());
        }
        assertThat(everything).containsAll(ShellBlocks.NOT_RUN.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```sh\nrm -rf\n```",
                "```bash\necho\n```",
                "```text\nmvn deploy\n```",
                "~~~\n./casetrail log\n~~~"
            })
    void a_command_that_nobody_runs_is_found(String block) {
        assertThat(ShellBlocks.forgotten("docs/any.md", block.lines().toList())).hasSize(1);
    }

    @Test
    void outside_of_its_tour_the_readme_shows_no_command_either() {
        var page = List.of("## A tour", "```sh", "one", "```", "## After", "```sh", "two", "```");

        assertThat(ShellBlocks.forgotten(ShellBlocks.TOUR_PAGE, page)).containsExactly("README.md: two");
    }

    @Test
    void profiles_modules_and_goals_that_pages_name_exist() throws IOException {
        var pom = Files.readString(Checkout.root().resolve("pom.xml"));
        for (var page : pages()) {
            var text = String.join("\n", lines(page));
            for (var command :
                    MAVEN.matcher(text).results().map(found -> found.group(1)).toList()) {
                each("-P(\\w+)", command)
                        .forEach(profile -> assertThat(pom)
                                .as(page + ": " + command)
                                .contains("<id>" + profile.group(1) + "</id>"));
                each("-pl ([a-z-]+)", command)
                        .forEach(module -> assertThat(pom)
                                .as(page + ": " + command)
                                .contains("<module>" + module.group(1) + "</module>"));
                each("\\b([a-z]+):[a-z-]+", command)
                        .forEach(goal -> assertThat(pom)
                                .as(page + ": " + command)
                                .containsAnyOf(
                                        "<artifactId>" + goal.group(1) + "-maven-plugin",
                                        "<artifactId>maven-" + goal.group(1) + "-plugin"));
            }
        }
    }

    @Test
    void settings_that_pages_give_to_maven_are_read_somewhere() throws IOException {
        var read = new StringBuilder();
        try (Stream<Path> files = Files.walk(Checkout.root())) {
            for (var file : files.filter(ShellBlocksTest::isCode).toList()) {
                read.append(Files.readString(file));
            }
        }
        for (var page : pages()) {
            each("mvnw? [^`]*-D(casetrail[a-z.]*)", String.join("\n", lines(page)))
                    .forEach(setting -> assertThat(read).as(page).contains(setting.group(1)));
        }
    }

    private static boolean isCode(Path file) {
        return file.endsWith("pom.xml")
                || (file.toString().contains("/src/") && file.toString().endsWith(".java"));
    }

    private static List<MatchResult> each(String pattern, String command) {
        return Pattern.compile(pattern).matcher(command).results().toList();
    }

    private static List<String> lines(String page) throws IOException {
        return Files.readAllLines(Checkout.root().resolve(page));
    }

    private static List<String> pages() throws IOException {
        Path root = Checkout.root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.iterate(file, java.util.Objects::nonNull, Path::getParent)
                            .noneMatch(part -> NOT_OURS.contains(String.valueOf(part.getFileName()))))
                    .map(file -> file.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
