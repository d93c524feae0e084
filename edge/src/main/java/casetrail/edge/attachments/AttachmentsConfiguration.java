package casetrail.edge.attachments;

import casetrail.edge.engine.EngineProperties;
import casetrail.edge.problem.BodyBound;
import casetrail.edge.vault.Vault;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The attachments in the data directory, and how large one may be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentProperties.class)
public class AttachmentsConfiguration {

    @Bean
    FileAttachments attachments(EngineProperties properties, Vault vault, Clock clock) {
        return new FileAttachments(properties.dataDir().resolve("attachments"), vault, clock);
    }

    @Bean
    BodyBound attachmentBound(AttachmentProperties properties) {
        return new BodyBound("/api/attachments", properties.sizeMax().toBytes());
    }
}
