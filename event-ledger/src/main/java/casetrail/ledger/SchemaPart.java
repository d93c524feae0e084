package casetrail.ledger;

/**
 * A schema beside the log that a module keeps for the serving role: owned by the owner, freely used by the serving role.
 *
 * @param name for example {@code casetrail_state}
 * @param location of its Flyway migrations on the class path, run as the owner; the serving role may use every table they make
 */
public record SchemaPart(String name, String location) {

    public SchemaPart {
        LedgerRoles.requireName(name);
    }
}
