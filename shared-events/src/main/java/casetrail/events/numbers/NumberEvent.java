package casetrail.events.numbers;

/** Everything that can happen to the running numbers of a year; stream {@code numbers-<year>}. */
public sealed interface NumberEvent {

    /** A process took the numbers from {@code first} to {@code last}; what it does not use stays a gap. */
    record NumberBlockTaken(int year, int first, int last) implements NumberEvent {

        public NumberBlockTaken {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("not a block: %d to %d".formatted(first, last));
            }
        }
    }
}
