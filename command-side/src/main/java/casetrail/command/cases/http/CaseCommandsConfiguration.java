package casetrail.command.cases.http;

import casetrail.command.access.RefusedAsks;
import casetrail.command.cases.Cases;
import casetrail.command.cases.FindCase;
import casetrail.command.numbers.CaseNumbers;
import casetrail.edge.attachments.Attachments;
import casetrail.edge.identity.Directory;
import casetrail.edge.problem.Problems;
import casetrail.edge.vault.Vault;
import casetrail.events.log.EventLog;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The commands about cases over HTTP, on the ports that the application brings. */
@Configuration(proxyBeanMethods = false)
@Import({CaseController.class, BulkController.class, AllowedController.class, CommandDocument.class})
public class CaseCommandsConfiguration {

    @Bean
    CaseDesk caseDesk(
            Cases cases,
            FindCase findCase,
            CaseNumbers numbers,
            Directory directory,
            Vault vault,
            Attachments attachments,
            EventLog log,
            RefusedAsks refusals,
            Clock clock) {
        return new CaseDesk(
                cases,
                new AskReading(attachments, directory),
                new CaseSealing(vault, log),
                new KnownNumbers(numbers, findCase),
                log,
                refusals,
                clock,
                () -> UUID.randomUUID().toString());
    }

    @Bean
    Replies replies(Problems problems) {
        return new Replies(problems);
    }
}
