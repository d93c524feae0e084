package casetrail.benchmarks;

import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What one import came to. */
record ImportRate(double rowsPerSecond, double eventsPerSecond, long rejects) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Imports the file into the server, by the request that {@code casetrail import} makes. */
    static ImportRate of(ServerProcess server, Path file) throws IOException {
        try (var connection = new HttpConnection(server.url())) {
            var path = "/api/operations/import?format=boston311&file="
                    + URLEncoder.encode(file.toAbsolutePath().toString(), StandardCharsets.UTF_8);
            long begin = System.nanoTime();
            var answer = connection.post(path, server.token(), Map.of(), "");
            double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            var last = EventJson.MAPPER.readTree(
                    answer.body().lines().reduce((one, other) -> other).orElse("{}"));
            if (!last.path("end").path("state").asString("").equals("FINISHED")) {
                throw new IOException("the import did not finish: " + answer);
            }
            return new ImportRate(
                    last.path("rows").asLong() / seconds,
                    last.path("events").asLong() / seconds,
                    last.path("rejects").asLong());
        }
    }
}
