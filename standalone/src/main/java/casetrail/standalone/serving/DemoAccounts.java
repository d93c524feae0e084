package casetrail.standalone.serving;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.OwnerOnly;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The file that names the accounts of a demo city, one a line with the password that was made for this directory. */
final class DemoAccounts {

    private DemoAccounts() {}

    static String password(Path file) {
        String[] words = OwnerOnly.read(file).lines().findFirst().orElse("").split(" ", -1);
        if (words.length != 2) {
            throw new CannotStart("%s is damaged".formatted(file));
        }
        return words[1];
    }

    /** The accounts by role, a line for each, for somebody who looks for one to try. */
    static List<String> told(Path file) {
        var byRole = new TreeMap<String, List<String>>();
        OwnerOnly.read(file)
                .lines()
                .map(line -> line.split(" ", -1)[0])
                .forEach(account -> byRole.computeIfAbsent(
                                account.replaceAll("-?[0-9]+$", ""), role -> new ArrayList<>())
                        .add(account));
        return byRole.values().stream()
                .map(accounts -> String.join(" ", accounts))
                .toList();
    }
}
