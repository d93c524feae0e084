package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of README.md's tour, which is the section whose heading (two #) has the word "tour" in it; {@link TourGuide} says
 * how it is written.
 */
class ReadmeTourIT {

    private static final Pattern HEADING = Pattern.compile("(?i)\\btour\\b");

    @TempDir
    Path directory;

    @Test
    void every_command_of_the_tour_answers_as_the_page_says() throws Exception {
        Path page = Checkout.root().resolve("README.md");
        var tour = Tour.of(Files.readAllLines(page), HEADING);
        assertThat(tour).as("commands in the tour of " + page).isNotEmpty();
        try (var server = Serving.start(directory.resolve("data"), "--demo")) {
            new TourGuide(directory, server).lead("README.md", tour);
        }
    }
}
