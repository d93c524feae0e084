package casetrail.edge.identity;

import casetrail.edge.problem.ProblemWriter;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.state.StateUnavailable;
import casetrail.events.log.LogUnavailable;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is asking from the {@code Authorization} header; a header that proves nothing ends the request. */
final class WhoIsAsking extends OncePerRequestFilter {

    private static final int HEADER_MAX = 4_096;
    private static final Logger LOG = LoggerFactory.getLogger(WhoIsAsking.class);

    private final Logins logins;
    private final TokenBook tokens;
    private final LocalToken local;
    private final ProblemWriter writer;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    WhoIsAsking(Logins logins, TokenBook tokens, LocalToken local, ProblemWriter writer) {
        this.logins = logins;
        this.tokens = tokens;
        this.local = local;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var asker = asker(header, request).orElseThrow(() -> new RefusedException(RefusalCode.NOT_AUTHENTICATED));
            var context = new SecurityContextImpl(new AskerAuthentication(asker));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        } catch (RefusedException e) {
            writer.write(e.refusal(), request, response);
            return;
        } catch (LogUnavailable | StateUnavailable e) {
            LOG.warn("nobody can be recognised: {}", e.getMessage());
            writer.write(Refusal.of(RefusalCode.UNAVAILABLE), request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Asker> asker(String header, HttpServletRequest request) {
        int space = header.indexOf(' ');
        if (space < 0 || header.length() > HEADER_MAX) {
            return Optional.empty();
        }
        var value = header.substring(space + 1).strip();
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> bearer(value, request);
            case "basic" -> basic(value, request.getRemoteAddr());
            default -> Optional.empty();
        };
    }

    private Optional<Asker> bearer(String token, HttpServletRequest request) {
        if (local.matches(token)) {
            return isLoopback(request.getRemoteAddr()) ? Optional.of(LocalToken.operator()) : Optional.empty();
        }
        return tokens.byToken(token);
    }

    private Optional<Asker> basic(String encoded, String address) {
        var pair = decoded(encoded);
        int colon = pair == null ? -1 : pair.indexOf(':');
        if (pair == null || colon < 0) {
            return Optional.empty();
        }
        return Optional.of(logins.byPassword(pair.substring(0, colon), pair.substring(colon + 1), address));
    }

    private static @Nullable String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The container gives addresses as literals, so no name is ever looked up. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
