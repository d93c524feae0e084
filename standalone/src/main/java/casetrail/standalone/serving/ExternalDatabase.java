package casetrail.standalone.serving;

/**
 * A PostgreSQL that somebody else runs.
 *
 * @param user may create roles and schemas in it
 */
public record ExternalDatabase(String jdbcUrl, String user, String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
        return "ExternalDatabase[%s as %s]".formatted(jdbcUrl, user);
    }
}
