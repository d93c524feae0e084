package casetrail.edge;

import casetrail.edge.identity.ActingWish;
import casetrail.edge.identity.Asker;
import casetrail.edge.problem.ProblemDocument;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API document says of every path: how to prove who asks, and the headers of those who act. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Asker.class, ActingWish.class);
    }

    @Bean
    OpenAPI casetrailApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Casetrail")
                        .version("0.1")
                        .description("Event-sourced case tracking for grid-based city service.")
                        .license(new License().identifier("Apache-2.0").name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes("bearer", scheme("bearer"))
                        .addSecuritySchemes("basic", scheme("basic")))
                .security(List.of(
                        new SecurityRequirement().addList("bearer"), new SecurityRequirement().addList("basic")));
    }

    @Bean
    ProblemDocument problemDocument() {
        return new ProblemDocument();
    }

    /** Whoever acts may choose as what and for whom. */
    @Bean
    OperationCustomizer actingHeaders() {
        return (operation, handler) -> {
            boolean acts = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(p -> p.getParameterType() == ActingWish.class);
            if (acts) {
                operation.addParametersItem(header(
                        ActingWish.ACTING_AS,
                        "the grant to act by, as ROLE or ROLE@UNIT; else the first that is allowed"));
                operation.addParametersItem(header(ActingWish.ON_BEHALF_OF, "the person for whom it is done"));
            }
            return operation;
        };
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
    }

    private static HeaderParameter header(String name, String description) {
        var header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new StringSchema());
        return header;
    }
}
