package casetrail.events.cases;

import java.time.Instant;

/** Whether one round of a stage was on time: on time exactly if it finished at or before its deadline. */
public record StageOutcome(Stage stage, int round, Instant deadline, Instant finishedAt, boolean onTime) {}
