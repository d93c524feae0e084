package casetrail.command.numbers;

import casetrail.events.cases.CaseNumber;
import casetrail.events.numbers.NumberEvent.NumberBlockTaken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Gives out numbers from blocks; only the end of a block costs a look into the log. */
public final class BlockedNumbers implements CaseNumbers {

    private final TakeNumberBlock blocks;
    private final ZoneId zone;
    private final ConcurrentHashMap<Integer, Block> byYear = new ConcurrentHashMap<>();

    /** @param zone by whose calendar a year begins */
    public BlockedNumbers(TakeNumberBlock blocks, ZoneId zone) {
        this.blocks = blocks;
        this.zone = zone;
    }

    @Override
    public CaseNumber next(Instant at) {
        int year = at.atZone(zone).getYear();
        var block = byYear.get(year);
        long number = block == null ? Long.MAX_VALUE : block.next.getAndIncrement();
        while (block == null || number > block.taken.last()) {
            block = following(year, block);
            number = block.next.getAndIncrement();
        }
        return CaseNumber.of(year, Math.toIntExact(number));
    }

    /** The block after one that is used up; one thread takes it, the others wait for it. */
    private Block following(int year, @Nullable Block usedUp) {
        return byYear.compute(
                year,
                (y, current) -> current == null || current.equals(usedUp) ? new Block(blocks.take(year)) : current);
    }

    private static final class Block {

        private final NumberBlockTaken taken;
        private final AtomicLong next;

        Block(NumberBlockTaken taken) {
            this.taken = taken;
            this.next = new AtomicLong(taken.first());
        }
    }
}
