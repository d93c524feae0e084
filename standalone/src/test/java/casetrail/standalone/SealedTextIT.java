package casetrail.standalone;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTextIT {

    private static final String DESCRIPTION = "the quartz-magpie neighbour leaves it there every evening";
    private static final String CONTACT = "Ottilie Zwetschge, 555-0177-quartz";
    private static final String RESULT = "swept at noon with the amber-walrus broom";
    private static final String PUBLIC = "Rubbish beside the obsidian-heron path";

    @TempDir
    Path directory;

    @Test
    void no_sealed_text_stands_in_clear_in_any_file_of_the_directory() throws Exception {
        String administrator;
        String collector;
        try (var server = Serving.start(directory)) {
            administrator = server.administrator().orElseThrow();
            collector = new People(server.as("admin", administrator)).hire("collector-1", "GRID_MEMBER");
            var evidence = Load.evidence(server.as("collector-1", collector));
            var made = server.as("collector-1", collector)
                    .post(
                            "/api/cases/record-on-site-resolution",
                            """
                    {"report":{"source":"COLLECTOR","kind":"EVENT","publicText":"%s","description":"%s","contact":"%s",
                     "classification":{"majorClass":"01","subclass":"0101"},
                     "location":{"point":{"latitude":31.23,"longitude":121.47}},"evidence":%s},"result":"%s"}""".formatted(PUBLIC, DESCRIPTION, CONTACT, evidence, RESULT),
                            Map.of("Idempotency-Key", "one"));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            // What is refused is not kept either.
            server.as("collector-1", collector).post("/api/cases", "{\"description\":\"" + DESCRIPTION + "\"}");
            // Killed, so that nothing is tidied up: what stands in half-written files counts too.
            server.kill();
        }
        var words = new LinkedHashMap<String, byte[]>();
        for (String text : List.of(DESCRIPTION, CONTACT, RESULT, administrator, collector)) {
            words.put(text, text.getBytes(UTF_8));
            words.put(text + " in UTF-16", text.getBytes(UTF_16LE));
        }
        var found = PlainText.filesWith(directory, words);
        assertThat(found).isEmpty();
        // The search itself finds what is in clear.
        assertThat(PlainText.filesWith(directory, Map.of(PUBLIC, PUBLIC.getBytes(UTF_8))))
                .containsKey(PUBLIC);
    }
}
