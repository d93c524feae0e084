package casetrail.standalone.demo;

import casetrail.command.cases.Cases;
import casetrail.command.numbers.CaseNumbers;
import casetrail.command.people.People;
import casetrail.edge.attachments.Attachments;
import casetrail.edge.engine.EngineProperties;
import casetrail.edge.engine.MovableClock;
import casetrail.edge.identity.Directory;
import casetrail.edge.identity.Passwords;
import casetrail.edge.state.Credentials;
import casetrail.edge.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The demo city, on the ports that the two sides bring; touched only in a demo directory. */
@Configuration(proxyBeanMethods = false)
public class DemoConfiguration {

    @Bean
    @Lazy
    DemoCity demoCity(
            Cases cases,
            CaseNumbers numbers,
            People people,
            Directory directory,
            Credentials credentials,
            Passwords passwords,
            Vault vault,
            Attachments attachments,
            MovableClock clock,
            EngineProperties properties) {
        return new DemoCity(
                new DemoPeople(people, directory, credentials, passwords, clock),
                new Stage(cases, numbers, vault, new PictureBook(attachments), clock),
                clock,
                properties.dataDir());
    }
}
