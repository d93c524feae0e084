package casetrail.query;

import casetrail.edge.ServesHttp;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** What is asked, as a process of its own, for deployments that run the two sides apart. */
@ServesHttp
@Import(QuerySideConfiguration.class)
public class QuerySide {

    QuerySide() {}

    /** Serves until it is told to end. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(QuerySide.class)
                .properties("spring.config.name=query-side")
                .run(arguments);
    }
}
