package casetrail.ledger;

import java.time.Instant;

/** The log's clock reading: whole microseconds since 1970, which is what it stores and what readers get. */
public final class Micros {

    private static final long PER_SECOND = 1_000_000;

    private Micros() {}

    /** The reading at a moment; what is finer than a microsecond is cut off. */
    public static long of(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), PER_SECOND), moment.getNano() / 1_000);
    }

    /** The first reading that is not before a moment: a search for "at or after" must not find what was earlier within a microsecond. */
    public static long atOrAfter(Instant moment) {
        long cut = of(moment);
        return instant(cut).isBefore(moment) ? cut + 1 : cut;
    }

    /** The moment of a reading. */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000L);
    }

    static Appended appended(Append append, long firstPosition, long micros) {
        int count = append.events().size();
        return new Appended(
                firstPosition, firstPosition + count - 1, append.firstSequence() + count - 1, instant(micros));
    }
}
