package casetrail.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks over HTTP as somebody. */
record Client(URI url, @Nullable String authorization) {

    /** Shared: it holds threads and connections. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    static Client anybody(URI url) {
        return new Client(url, null);
    }

    static Client basic(URI url, String account, String password) {
        var pair = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(UTF_8));
        return new Client(url, "Basic " + pair);
    }

    static Client bearer(URI url, String token) {
        return new Client(url, "Bearer " + token);
    }

    /** What was answered. */
    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return EventJson.MAPPER.readTree(body);
        }

        List<JsonNode> lines() {
            return body.lines()
                    .filter(line -> !line.isBlank())
                    .map(EventJson.MAPPER::readTree)
                    .toList();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path, Map.of()).GET());
    }

    Answer post(String path, String body, Map<String, String> headers) throws IOException, InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, Map.of());
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
        var headers = new HashMap<String, String>();
        answer.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        return new Answer(answer.statusCode(), headers, answer.body());
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofMinutes(2));
        headers.forEach(request::header);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }
}
