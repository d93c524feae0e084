package casetrail.standalone.serving;

import casetrail.command.people.http.FirstStart;
import casetrail.command.people.http.FirstStart.FirstAdministrator;
import casetrail.standalone.demo.DemoCity;
import casetrail.standalone.directory.OwnerOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a new directory needs before anybody is answered: an administrator, or a whole demo city. Does nothing on later starts. */
@Component
final class FirstSteps implements SmartLifecycle {

    private final FirstStart firstStart;
    private final ObjectProvider<DemoCity> city;
    private final Path directory;
    private final boolean demo;
    private volatile Optional<FirstAdministrator> first = Optional.empty();
    private volatile boolean running;

    FirstSteps(FirstStart firstStart, ObjectProvider<DemoCity> city, Environment settings) {
        this.firstStart = firstStart;
        this.city = city;
        this.directory = Path.of(settings.getRequiredProperty("casetrail.data-dir"));
        this.demo = settings.getProperty("casetrail.standalone.demo", Boolean.class, false);
    }

    /** Whose password has to be told now, because it is kept nowhere. */
    Optional<FirstAdministrator> administrator() {
        return first;
    }

    @Override
    public void start() {
        if (demo) {
            settle(city.getObject());
        } else {
            first = firstStart.ensureAdministrator();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * A city stands before the web server opens its port. A password that is told once is made when the port is open: a start that fails
     * over the port must not leave an administrator behind whose password nobody was told.
     */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + (demo ? -1 : 1);
    }

    /** The accounts are written down first: if making the city is cut off, the next start goes on with the same password. */
    private void settle(DemoCity city) {
        Path file = directory.resolve(Announcement.DEMO_ACCOUNTS);
        String password = Files.exists(file) ? DemoAccounts.password(file) : OwnerOnly.newSecret();
        if (!Files.exists(file)) {
            OwnerOnly.write(
                    file,
                    city.accounts().stream()
                            .map(account -> account + " " + password + "\n")
                            .collect(Collectors.joining()));
        }
        city.ensure(password);
    }
}
