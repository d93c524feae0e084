package casetrail.edge.vault;

import casetrail.events.Purpose;
import java.nio.file.Path;

/** Seals as fast as it can and says what it sealed, until it is killed. */
final class SealingProcess {

    private SealingProcess() {}

    public static void main(String[] args) {
        var vault = FileVault.in(Path.of(args[0]));
        for (int i = 0; ; i++) {
            var subject = args[1] + "-" + i;
            var sealed = vault.seal(subject, Purpose.FREE_TEXT, "text", subject);
            System.out.println(subject + " " + sealed.ciphertext() + ";");
        }
    }
}
