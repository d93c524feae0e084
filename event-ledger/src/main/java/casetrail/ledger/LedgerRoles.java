package casetrail.ledger;

import java.util.regex.Pattern;

/**
 * The two roles of a casetrail database: the owner, who cannot log in and owns the schemas, and the serving role, which owns
 * nothing of the log and can only read it and append through one function.
 */
public record LedgerRoles(String owner, String serving) {

    /** The longest role name; PostgreSQL cuts identifiers at 63 bytes. */
    public static final int NAME_LENGTH_MAX = 63;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public LedgerRoles {
        requireName(owner);
        requireName(serving);
        if (owner.equals(serving)) {
            throw new IllegalArgumentException("owner and serving role are the same: " + owner);
        }
    }

    /** Roles belong to the whole server, so they carry the database's name: two databases on one server do not share them. */
    public static LedgerRoles ofDatabase(String database) {
        return new LedgerRoles(database + "_owner", database + "_serving");
    }

    /** Names are checked here and put into statements as they are: role names cannot be parameters. */
    static String requireName(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "not a name for a role or schema: '%s' (lower case letters, digits, '_')".formatted(name));
        }
        return name;
    }
}
