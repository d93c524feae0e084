package casetrail.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.CommandSideConfiguration;
import casetrail.command.cases.CaseState;
import casetrail.command.cases.FindCase;
import casetrail.edge.ServesHttp;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.log.EventLog;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Makes the demo city on a real log by the real rules, which refuse nothing of it. */
class DemoCityIT {

    @TempDir
    Path data;

    @ServesHttp
    @Import({CommandSideConfiguration.class, DemoConfiguration.class})
    static class World {}

    @Test
    void it_has_cases_in_every_state_and_is_made_once() throws IOException {
        try (var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var world = new SpringApplicationBuilder(World.class)
                        .run(
                                "--server.address=127.0.0.1",
                                "--server.port=0",
                                "--casetrail.data-dir=" + data,
                                "--casetrail.jdbc.url=jdbc:postgresql://127.0.0.1:%d/postgres"
                                        .formatted(postgres.getPort()),
                                "--casetrail.jdbc.owner-user=postgres",
                                "--casetrail.jdbc.owner-password=postgres",
                                "--casetrail.jdbc.serving-password=only-for-this-test")) {
            var city = world.getBean(DemoCity.class);
            var log = world.getBean(EventLog.class);
            var cases = world.getBean(FindCase.class);

            assertThat(city.ensure("demo-password-1")).isTrue();
            long end = log.end();
            assertThat(city.ensure("demo-password-1")).isFalse();

            assertThat(log.end()).isEqualTo(end);
            assertThat(statuses(log, cases)).isEqualTo(EnumSet.allOf(CaseStatus.class));
        }
    }

    private static EnumSet<CaseStatus> statuses(EventLog log, FindCase cases) {
        var found = EnumSet.noneOf(CaseStatus.class);
        for (var event : log.read(0, EventLog.PAGE_MAX)) {
            if (event.sequence() == 0 && event.stream().family().equals("case")) {
                cases.find(new CaseId(event.stream().value()))
                        .map(CaseState::status)
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
