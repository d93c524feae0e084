package casetrail.standalone.serving;

import casetrail.command.CommandSideConfiguration;
import casetrail.edge.ServesHttp;
import casetrail.query.QuerySideConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Both sides in one context, with what the operator of this machine may ask. */
@ServesHttp
@Import({CommandSideConfiguration.class, QuerySideConfiguration.class})
@ComponentScan(
        basePackages = "casetrail.standalone",
        excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootConfiguration.class))
class StandaloneConfiguration {}
