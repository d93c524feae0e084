package casetrail.edge.vault;

import casetrail.edge.engine.EngineProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault in the data directory. */
@Configuration(proxyBeanMethods = false)
public class VaultConfiguration {

    @Bean
    FileVault vault(EngineProperties properties) {
        return FileVault.in(properties.dataDir().resolve("vault"));
    }
}
