package casetrail.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection that is made when it is needed, and made anew after a failure. For one thread. */
final class Line implements AutoCloseable {

    /** Whoever has no answer by then has none. */
    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private final URI url;
    private @Nullable HttpConnection connection;

    Line(URI url) {
        this.url = url;
    }

    private interface Request {
        HttpConnection.Answer over(HttpConnection connection) throws IOException;
    }

    HttpConnection.Answer get(String path, String token) throws IOException {
        return exchange(connection -> connection.get(path, token));
    }

    HttpConnection.Answer post(String path, String token, String key, String body) throws IOException {
        return exchange(connection -> connection.post(path, token, Map.of("Idempotency-Key", key), body));
    }

    private HttpConnection.Answer exchange(Request request) throws IOException {
        var open = connection;
        if (open == null) {
            open = new HttpConnection(url, TIME_OUT);
            connection = open;
        }
        try {
            return request.over(open);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
