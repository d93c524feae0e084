package casetrail.edge.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set about sessions.
 *
 * @param tokenLife how long a token lives
 */
@ConfigurationProperties("casetrail.identity")
public record IdentityProperties(@DefaultValue("8h") Duration tokenLife) {

    public IdentityProperties {
        if (tokenLife.compareTo(Duration.ofMinutes(1)) < 0 || tokenLife.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("casetrail.identity.token-life is not between 1 minute and 30 days");
        }
    }
}
