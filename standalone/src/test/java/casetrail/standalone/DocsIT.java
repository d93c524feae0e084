package casetrail.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of the pages that show any, all against one demo server; {@link TourGuide} says how a page is written. */
class DocsIT {

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static Serving server;

    @BeforeAll
    static void a_demo_city() throws Exception {
        server = Serving.start(directory.resolve("data"), "--demo");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> every_command_of_a_page_answers_as_the_page_says() {
        return ShellBlocks.WHOLE_PAGES.stream().map(page -> DynamicTest.dynamicTest(page, () -> lead(page)));
    }

    private static void lead(String page) throws IOException {
        var tour = Tour.of(Files.readAllLines(Checkout.root().resolve(page)));
        new TourGuide(directory.resolve(page.replace('/', '-')), server).lead(page, tour);
    }
}
