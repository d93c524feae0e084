package casetrail.query;

import casetrail.edge.attachments.Attachments;
import casetrail.edge.attachments.FileAttachments;
import casetrail.edge.identity.Asker;
import casetrail.edge.identity.Session;
import casetrail.edge.identity.Sessions;
import casetrail.edge.identity.Standing;
import casetrail.edge.problem.ProblemConfiguration;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.vault.Vault;
import casetrail.events.PersonId;
import casetrail.events.Purpose;
import casetrail.events.Role;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import casetrail.events.UnitCode;
import casetrail.events.log.EventLog;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.ViewStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The query side behind HTTP on a log that a test hands in; who asks stands in a header, because logging in is not under test here. */
public final class QueryServer implements AutoCloseable {

    /** {@code <person> <ROLE>[@<UNIT>] ...} */
    public static final String ASKER = "X-Asker";

    /** The moment that the server takes for now: a day and a quarter after the samples. */
    public static final Instant NOW = Samples.NOON.plus(Duration.ofHours(30));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<PersonId> revoked;

    private QueryServer(ConfigurableApplicationContext context, Set<PersonId> revoked) {
        this.context = context;
        this.revoked = revoked;
    }

    public static QueryServer over(EventLog log, Map<String, Object> properties) {
        return over(log, new MemoryViewStore(), properties);
    }

    public static QueryServer over(EventLog log, ViewStore store, Map<String, Object> properties) {
        Set<PersonId> revoked = ConcurrentHashMap.newKeySet();
        ApplicationContextInitializer<GenericApplicationContext> beans = c -> {
            c.registerBean(EventLog.class, () -> log);
            c.registerBean(ViewStore.class, () -> store);
            c.registerBean(Sessions.class, () -> asker -> !revoked.contains(asker.person()));
        };
        var context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of("server.port", 0, "server.address", "127.0.0.1", "spring.main.banner-mode", "off"))
                .properties(properties)
                .initializers(beans)
                .run();
        return new QueryServer(context, revoked);
    }

    /** Waits until every view is built and has counted in the event at a position. */
    public QueryServer settled(long position) {
        for (var path : List.of("/api/cases", "/api/units/handling-sums")) {
            var fresh = "%s?%s=%d".formatted(path, "at-least-position", position);
            Awaitility.await(fresh)
                    .atMost(PATIENCE)
                    .until(() -> get(fresh, "person-auditor AUDITOR").statusCode() == 200);
        }
        return this;
    }

    public HttpResponse<String> get(String path, String asker, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(path, asker, headers), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<InputStream> open(String path, String asker, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(path, asker, headers), HttpResponse.BodyHandlers.ofInputStream());
    }

    public HttpRequest request(String path, String asker, String... headers) {
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header(ASKER, asker);
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder.build();
    }

    public HttpClient client() {
        return client;
    }

    public int port() {
        var port = context.getEnvironment().getProperty("local.server.port", Integer.class);
        return port == null ? -1 : port;
    }

    public void revoke(PersonId person) {
        revoked.add(person);
    }

    /** Nobody is revoked any more. */
    public void pardon() {
        revoked.clear();
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @Import({ProblemConfiguration.class, QuerySideConfiguration.class})
    static class Application {

        @Bean
        StoredEvents storedEvents() {
            return new StoredEvents(EventNames.CATALOGUE);
        }

        /** What remaining times and ages are counted from. */
        @Bean
        @Primary
        InstantSource now() {
            return () -> NOW;
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Vault vault() {
            return new GlassVault();
        }

        @Bean
        Attachments attachments(Vault vault) {
            // No test of these reads one: DownloadControllerTest does.
            return new FileAttachments(Path.of("target", "attachments"), vault, InstantSource.system());
        }

        @Bean
        SecurityFilterChain everybodyIsLetIn(HttpSecurity http) {
            return http.authorizeHttpRequests(a -> a.anyRequest().permitAll()).build();
        }

        @Bean
        WebMvcConfigurer askersFromHeaders() {
            return new WebMvcConfigurer() {
                @Override
                public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                    resolvers.add(new AskerFromHeader());
                }
            };
        }
    }

    private static final class AskerFromHeader implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Asker.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var header = request.getHeader(ASKER);
            if (header == null) {
                throw new RefusedException(RefusalCode.NOT_AUTHENTICATED);
            }
            var words = header.split(" ", -1);
            var standings = Arrays.stream(words)
                    .skip(1)
                    .map(w -> w.split("@", 2))
                    .map(w -> new Standing(
                            new GrantId("grant-1"), Role.valueOf(w[0]), w.length == 1 ? null : new UnitCode(w[1])))
                    .toList();
            return new Asker(
                    new PersonId(words[0]),
                    new AccountName("account-1"),
                    standings,
                    new Session("basic", null, 0, null));
        }
    }

    /** Opens everything; a test sees by the text which field it was. */
    private static final class GlassVault implements Vault {

        @Override
        public Sealed seal(String subject, Purpose purpose, String field, String text) {
            throw new UnsupportedOperationException("nothing is sealed on the query side");
        }

        @Override
        public Optional<String> open(Sealed sealed) {
            return Optional.of("opened:" + sealed.field());
        }

        @Override
        public Sha256 fingerprint(String subject, Purpose purpose, byte[] content) {
            throw new UnsupportedOperationException("nothing is sealed on the query side");
        }

        @Override
        public boolean knows(String subject, Purpose purpose) {
            return true;
        }

        @Override
        public boolean destroy(String subject, Purpose purpose) {
            throw new UnsupportedOperationException("nothing is destroyed on the query side");
        }
    }
}
