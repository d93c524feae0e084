package casetrail.standalone.serving;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is printed when the server has started: where to go, and as whom. */
final class Announcement {

    /** Made with the demo city; one line for each account. */
    static final String DEMO_ACCOUNTS = "demo-accounts.txt";

    private Announcement() {}

    static List<String> lines(Path directory, LocalAddress address, Optional<String> firstPassword) {
        var lines = new ArrayList<String>();
        lines.add("Casetrail answers at " + address.url());
        lines.add("  API document   " + address.url() + "/v3/api-docs");
        lines.add("  health         " + address.url() + "/actuator/health");
        lines.add("  data           " + directory);
        firstPassword.ifPresent(lines::add);
        Path accounts = directory.resolve(DEMO_ACCOUNTS);
        if (Files.exists(accounts)) {
            lines.add("A demo city is in it. All its accounts have the password " + DemoAccounts.password(accounts));
            DemoAccounts.told(accounts).forEach(account -> lines.add("  " + account));
        }
        return lines;
    }
}
