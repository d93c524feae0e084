package casetrail.views;

import casetrail.events.StreamId;
import casetrail.events.numbers.NumberEvent.NumberBlockTaken;
import casetrail.events.views.ViewName;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A small view for tests, over streams of numbers: how many blocks, and the sum of their first numbers.
 *
 * @param trail the first numbers one after the other, so that a lost, doubled or swapped event shows
 */
public record Tally(long blocks, long sum, String trail) {

    /** An event with this last number cannot be folded unless healed. */
    public static final int POISON = 999_666;

    /** A document that holds this first number cannot be written unless healed. */
    public static final int UNWRITABLE = 999_555;

    private static final ViewName NAME = new ViewName("tally");

    /** The view; what poisons it is asked at each event. */
    public static View<Tally> view(AtomicBoolean healed) {
        return view(1, healed, 0);
    }

    /** The same, adding something to each sum as a planted mistake. */
    public static View<Tally> view(int revision, AtomicBoolean healed, int mistake) {
        var form = DocumentForm.of(Tally.class);
        return new View<>(
                NAME,
                revision,
                "numbers",
                (before, recorded) -> {
                    if (!(recorded.event() instanceof NumberBlockTaken block)) {
                        throw new IllegalStateException("not a block of numbers");
                    }
                    if (block.last() == POISON && !healed.get()) {
                        throw new IllegalStateException("poisoned");
                    }
                    var was = before == null ? new Tally(0, 0, "") : before;
                    return new Tally(
                            was.blocks() + 1, was.sum() + block.first() + mistake, was.trail() + block.first() + ".");
                },
                new DocumentForm<>() {
                    @Override
                    public byte[] write(Tally value) {
                        if (value.trail().contains(UNWRITABLE + ".") && !healed.get()) {
                            throw new IllegalStateException("unwritable");
                        }
                        return form.write(value);
                    }

                    @Override
                    public Tally read(byte[] json) {
                        return form.read(json);
                    }
                },
                List.of(
                        Field.term("parity", t -> t.blocks() % 2 == 0 ? "even" : "odd"),
                        Field.number("sum", Tally::sum)),
                List.of(Index.on("sum")),
                scope -> Condition.everything());
    }

    /** A stream of blocks. */
    public static StreamId stream(int number) {
        return new StreamId("numbers-" + number);
    }

    /** A block that folds. */
    public static NumberBlockTaken block(int first) {
        return new NumberBlockTaken(2026, first, first + 1_000);
    }

    /** A block that does not fold before it is healed. */
    public static NumberBlockTaken poison(int first) {
        return new NumberBlockTaken(2026, first, POISON);
    }
}
