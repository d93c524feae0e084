package casetrail.events.cases;

/** How long a stage may take. */
public record Limit(int amount, LimitUnit unit) {

    /** The longest limit, in any unit. */
    public static final int AMOUNT_MAX = 100_000;

    public Limit {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException("limit %d is not in 1 to %d".formatted(amount, AMOUNT_MAX));
        }
    }
}
