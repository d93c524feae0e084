package casetrail.standalone.demo;

import casetrail.command.cases.CaseCommand;
import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.cases.CaseId;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody does in a story.
 *
 * @param after how long after the story's beginning
 * @param number within its case, so that a repeat is recognised
 * @param reason code and words, if there is one
 */
record Deed(
        Duration after,
        CaseId caseId,
        int number,
        Actor actor,
        Channel channel,
        @Nullable Motive reason,
        Function<Props, CaseCommand> command) {

    record Motive(String code, String words) {}
}
