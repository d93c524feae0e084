package casetrail.command.people;

import casetrail.events.PersonId;
import casetrail.events.people.AccountName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gives persons their ids. */
public final class PersonIds {

    private static final int DIGITS = 24;

    private PersonIds() {}

    /** The id of whoever opens the account. It follows from the name, so that the log itself lets nobody open a name twice. */
    public static PersonId of(AccountName account) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(("account " + account.value()).getBytes(StandardCharsets.UTF_8));
            return new PersonId("person-" + HexFormat.of().formatHex(digest).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this machine has no SHA-256", e);
        }
    }
}
