package casetrail.edge.problem;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Problems and bounds, put together. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ContainerErrors.class, ProblemPages.class})
public class ProblemConfiguration {

    @Bean
    Wording wording() {
        return new Wording();
    }

    @Bean
    Problems problems(Wording wording, MeterRegistry meters) {
        return new Problems(
                wording,
                code -> meters.counter("casetrail.refusals", "code", code.name())
                        .increment());
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, JsonMapper json) {
        return new ProblemWriter(problems, json);
    }

    @Bean
    Defects defects() {
        return new Defects(() -> UUID.randomUUID().toString().substring(0, 8));
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    /** Before everything else, also before it is known who is asking. */
    @Bean
    FilterRegistrationBean<BoundedBodies> boundedBodies(ObjectProvider<BodyBound> bounds, ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(
                new BoundedBodies(bounds.orderedStream().toList(), writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /** Innermost in the host, so that it reports before the valve that Spring Boot puts there. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerReports(ProblemWriter writer) {
        return factory -> factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new ContainerReports(writer));
            // Else it adds its own, further in.
            host.setErrorReportValveClass(ContainerReports.class.getName());
        });
    }

    /** JSON over HTTP: what is not known is a fault, nothing is guessed, moments are ISO-8601 text. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
