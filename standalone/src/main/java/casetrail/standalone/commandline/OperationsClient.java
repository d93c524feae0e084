package casetrail.standalone.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.events.wire.EventJson;
import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.operations.ImportTold;
import casetrail.standalone.operations.StandardsTold;
import casetrail.standalone.operations.Status;
import casetrail.standalone.serving.LocalAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Talks to the server that holds the data directory, with the directory's token. */
final class OperationsClient {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final LocalAddress address;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    OperationsClient(LocalAddress address) {
        this.address = address;
    }

    Status status() {
        try (var lines = open(request("/api/operations/status").GET().build())) {
            return EventJson.MAPPER.readValue(lines, Status.class);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Returns at the import's end; the listener hears every line, the last one included. */
    void run(String format, Path file, long limit, Consumer<ImportTold> listener) {
        var path = "/api/operations/import?format=%s&limit=%d&file=%s"
                .formatted(encoded(format), limit, encoded(file.toAbsolutePath().toString()));
        lines(request(path).POST(HttpRequest.BodyPublishers.noBody()).build(), line -> {
            listener.accept(EventJson.MAPPER.readValue(line, ImportTold.class));
        });
    }

    /**
     * Reads a table of filing standards and keeps it.
     *
     * @throws CannotStart if it is no such table
     */
    StandardsTold standards(Path file, String version) {
        var path = "/api/operations/filing-standards?version=%s&file=%s"
                .formatted(encoded(version), encoded(file.toAbsolutePath().toString()));
        try (var answer =
                open(request(path).POST(HttpRequest.BodyPublishers.noBody()).build())) {
            var told = EventJson.MAPPER.readValue(answer, StandardsTold.class);
            if (told.failed() != null) {
                throw new CannotStart(told.failed());
            }
            return told;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Asks the running import to begin no further row. */
    void stop(String format) {
        try (var answer = open(request("/api/operations/import?format=" + encoded(format))
                .DELETE()
                .build())) {
            answer.readAllBytes();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** The log's events as the feed gives them, one line each, until its end or for as long as we listen. */
    void log(long from, boolean follow, Consumer<String> listener) {
        lines(
                request("/api/log?from=%d&follow=%s".formatted(from, follow))
                        .header("Accept", "application/x-ndjson")
                        .GET()
                        .build(),
                listener);
    }

    /** What the server answers to a question. */
    JsonNode get(String path) {
        return answer(request(path).GET().build());
    }

    /** What the server answers to an order. */
    JsonNode post(String path, Map<String, ?> body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(EventJson.MAPPER.writeValueAsBytes(body)))
                .build());
    }

    private JsonNode answer(HttpRequest request) {
        try (var answer = open(request)) {
            return EventJson.MAPPER.readTree(answer);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private void lines(HttpRequest request, Consumer<String> listener) {
        try (var reader = new BufferedReader(new InputStreamReader(open(request), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    listener.accept(line);
                }
            }
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + address.token());
    }

    /** What somebody gave as a name may hold anything. */
    private URI address(String path) {
        try {
            return URI.create(address.url() + path);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("there is nothing named so: %s".formatted(path), e);
        }
    }

    private InputStream open(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() / 100 != 2) {
                try (var body = answer.body()) {
                    String said = new String(body.readNBytes(2_000), UTF_8).strip();
                    throw new CannotStart("the server at %s refused (%d)%s"
                            .formatted(address.url(), answer.statusCode(), said.isEmpty() ? "" : ": " + said));
                }
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private CannotStart lost(IOException e) {
        return new CannotStart("the server at %s does not answer: %s".formatted(address.url(), e.getMessage()), e);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
