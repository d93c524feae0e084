package casetrail.standalone.demo;

import casetrail.edge.engine.MovableClock;
import casetrail.events.people.AccountName;
import casetrail.standalone.catalogue.FilingStandards;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A made-up city with two weeks of cases in every state and with every overlay, made by the real commands while the clock is put back
 * and moves on to the present. Called before anybody else writes: what is recorded never goes back in time.
 */
public final class DemoCity {

    private static final long SEED = 20_260_101;
    private static final int STORIES = 240;

    private final DemoPeople people;
    private final Stage stage;
    private final MovableClock clock;
    private final Path dataDir;
    private final City city = City.load();
    private final FilingStandards catalogue = City.catalogue();
    private final Staff staff = new Staff(city);

    DemoCity(DemoPeople people, Stage stage, MovableClock clock, Path dataDir) {
        this.people = people;
        this.stage = stage;
        this.clock = clock;
        this.dataDir = dataDir;
    }

    /**
     * Makes the city, or what is missing of it after an interruption; does nothing if it is there.
     *
     * @param password of all its accounts
     * @return whether anything had to be made
     * @throws DemoStopped if a command is refused
     */
    public boolean ensure(String password) {
        var plan = DemoPlan.in(dataDir)
                .orElseGet(() -> new DemoPlan(SEED, STORIES, clock.instant().truncatedTo(ChronoUnit.SECONDS), false));
        if (plan.made()) {
            return false;
        }
        plan.keep(dataDir);
        catalogue.keep(dataDir);
        try {
            clock.standAt(plan.until().minus(Playbook.SPAN));
            people.settle(staff, password);
            stage.perform(Playbook.write(city, staff, catalogue, plan.seed(), plan.until(), plan.stories()));
        } finally {
            clock.release();
        }
        plan.done().keep(dataDir);
        return true;
    }

    /** Its accounts, named by role and number. */
    public List<AccountName> accounts() {
        return staff.accounts();
    }
}
