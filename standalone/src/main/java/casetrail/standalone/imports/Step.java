package casetrail.standalone.imports;

import casetrail.command.cases.CaseCommand;
import casetrail.events.Actor;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One deed in the history of a foreign request.
 *
 * @param name by which a repeat of this step is recognised; never renamed
 * @param helper somebody else whom the step names, and who has to be known
 * @param occurredAt when the source says it happened, or the nearest moment it names
 * @param flags what a reader is to be warned of
 * @param reasonCode why, where the step needs a reason
 * @param asked what is asked, in words that are the same for the same row; its hash tells a repeat from another request
 * @param command made only when the step is really taken, because it uses up a number or seals a text
 */
record Step(
        String name,
        Actor actor,
        @Nullable Actor helper,
        Instant occurredAt,
        List<String> flags,
        @Nullable String reasonCode,
        List<String> asked,
        Function<Supplies, CaseCommand> command) {

    /** The source says nothing about such a step; our life-cycle needs it. */
    static final String ASSUMED_STEP = "ASSUMED_STEP";
    /** The source says that it was so, but not when. */
    static final String ASSUMED_TIME = "ASSUMED_TIME";

    Step {
        flags = List.copyOf(flags);
        asked = List.copyOf(asked);
    }
}
