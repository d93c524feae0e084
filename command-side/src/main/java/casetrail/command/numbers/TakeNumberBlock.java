package casetrail.command.numbers;

import casetrail.events.numbers.NumberEvent.NumberBlockTaken;

/** Takes a block of numbers that nobody else has. Safe for many threads and processes. */
@FunctionalInterface
public interface TakeNumberBlock {

    /** The next block of a year; on record when it returns. */
    NumberBlockTaken take(int year);
}
