package casetrail.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive connection that asks and waits, in as few instructions as can be: the client shares the processors with the server that
 * it measures. For one thread.
 */
final class HttpConnection implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final URI url;
    private final Duration patience;
    private Socket socket;
    private InputStream in;
    private boolean ended;

    /** What was answered. */
    record Answer(int status, String body) {}

    /** Takes the body in pieces. */
    interface Sink {
        void take(byte[] bytes, int length);
    }

    HttpConnection(URI url) throws IOException {
        this(url, Duration.ZERO);
    }

    /** @param patience how long the server may be silent; zero for ever */
    HttpConnection(URI url, Duration patience) throws IOException {
        this.url = url;
        this.patience = patience;
        this.socket = connected(url, patience);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    @SuppressWarnings("AddressSelection") // what the server says it listens on
    private static Socket connected(URI url, Duration patience) throws IOException {
        var socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) patience.toMillis());
        return socket;
    }

    Answer post(String path, String token, Map<String, String> headers, String body) throws IOException {
        var head = new StringBuilder(256)
                .append("POST ")
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getAuthority());
        if (!token.isEmpty()) {
            head.append("\r\nAuthorization: Bearer ").append(token);
        }
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        var bytes = body.getBytes(UTF_8);
        head.append("\r\nContent-Type: application/json\r\nContent-Length: ")
                .append(bytes.length)
                .append("\r\n\r\n")
                .append(body);
        var answer = new ByteArrayOutputStream();
        int status = exchange(head.toString(), (piece, length) -> answer.write(piece, 0, length));
        return new Answer(status, answer.toString(UTF_8));
    }

    /** The status; the body went to the sink. */
    int get(String path, String token, Sink sink) throws IOException {
        return get(path, token, "application/x-ndjson, text/plain", sink);
    }

    /** What is answered in JSON. */
    Answer get(String path, String token) throws IOException {
        var answer = new ByteArrayOutputStream();
        int status = get(path, token, "application/json", (piece, length) -> answer.write(piece, 0, length));
        return new Answer(status, answer.toString(UTF_8));
    }

    private int get(String path, String token, String accept, Sink sink) throws IOException {
        return exchange(
                "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, url.getAuthority(), accept, token),
                sink);
    }

    private int exchange(String request, Sink sink) throws IOException {
        if (ended) {
            socket.close();
            socket = connected(url, patience);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            ended = false;
        }
        socket.getOutputStream().write(request.getBytes(UTF_8));
        int status = Integer.parseInt(line().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        long length = 0;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
            ended |= lower.equals("connection: close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        if (!chunked) {
            pass(length, sink);
            return status;
        }
        for (long chunk = Long.parseLong(line(), 16); chunk > 0; chunk = Long.parseLong(line(), 16)) {
            pass(chunk, sink);
            line();
        }
        line();
        return status;
    }

    private void pass(long length, Sink sink) throws IOException {
        var piece = new byte[(int) Math.min(length, BUFFER)];
        for (long rest = length; rest > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(rest, piece.length));
            if (read < 0) {
                throw new EOFException("the server hung up");
            }
            sink.take(piece, read);
            rest -= read;
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
