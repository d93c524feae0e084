package casetrail.edge.vault;

/** The vault's files do not fit together or cannot be believed; nothing is sealed or opened until somebody looked. */
public class VaultDamaged extends RuntimeException {

    private static final long serialVersionUID = 1;

    public VaultDamaged(String message) {
        super(message);
    }

    public VaultDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
