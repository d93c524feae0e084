package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies beyond their bound: at once if their length is told, else when it is passed. */
public final class BoundedBodies extends OncePerRequestFilter {

    /** The largest body of a request in JSON. */
    public static final long BYTES_MAX = 256 * 1024;

    private final List<BodyBound> bounds;
    private final ProblemWriter writer;

    public BoundedBodies(List<BodyBound> bounds, ProblemWriter writer) {
        this.bounds = List.copyOf(bounds);
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long max = bounds.stream()
                .filter(b -> b.covers(request.getRequestURI()))
                .mapToLong(BodyBound::bytesMax)
                .findFirst()
                .orElse(BYTES_MAX);
        if (request.getContentLengthLong() > max) {
            response.setHeader("Connection", "close");
            writer.write(tooLarge(max), request, response);
            return;
        }
        chain.doFilter(new Bounded(request, max), response);
    }

    static Refusal tooLarge(long max) {
        return Refusal.of(RefusalCode.TOO_LARGE).with("max", max);
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long max;

        Bounded(HttpServletRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), max);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long max;
        private long read;

        BoundedStream(ServletInputStream body, long max) {
            this.body = body;
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > max) {
                throw new BodyTooLarge(max);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
