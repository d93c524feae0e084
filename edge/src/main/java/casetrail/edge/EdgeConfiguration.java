package casetrail.edge;

import casetrail.edge.attachments.AttachmentsConfiguration;
import casetrail.edge.engine.EngineConfiguration;
import casetrail.edge.identity.IdentityConfiguration;
import casetrail.edge.problem.ProblemConfiguration;
import casetrail.edge.vault.VaultConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** Everything that both HTTP sides share. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:casetrail/edge/serving.properties")
@Import({
    EngineConfiguration.class,
    ProblemConfiguration.class,
    IdentityConfiguration.class,
    VaultConfiguration.class,
    AttachmentsConfiguration.class,
    ApiDocument.class
})
public class EdgeConfiguration {}
