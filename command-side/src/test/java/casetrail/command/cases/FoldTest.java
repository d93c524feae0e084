package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Recorded;
import casetrail.events.cases.AppealResult;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fold never refuses: every kind of event is taken in by a case in every state, for what is stored has happened. */
class FoldTest {

    private static final Map<Class<?>, Recorded<CaseEvent>> ONE_OF_EACH = oneOfEach();

    private static Map<Class<?>, Recorded<CaseEvent>> oneOfEach() {
        var found = new HashMap<Class<?>, Recorded<CaseEvent>>();
        var rejected = Stories.ready(CaseStatus.CLOSED, CaseCommandName.REVIEW_APPEAL)
                .did(Cast.EVALUATOR, new CaseCommand.ReviewAppeal(Asks.CASE, AppealResult.DISMISSED));
        var granted = Stories.ready(CaseStatus.CLOSED, CaseCommandName.REVIEW_APPEAL);
        Stories.did(granted, Cast.EVALUATOR, CaseCommandName.REVIEW_APPEAL);
        Stories.did(granted, Cast.SUPERVISOR, CaseCommandName.REVIEW_APPEAL);
        var ordinary = LifeCycleTableTest.legal()
                .map(pair -> Stories.did(
                        Stories.ready(pair.status(), pair.command()), Stories.whoAsks(pair.command()), pair.command()));
        Stream.concat(Stream.of(rejected, granted, Variants.returnedTwice()), ordinary)
                .flatMap(story -> story.events().stream())
                .forEach(e -> found.put(e.event().getClass(), e));
        return found;
    }

    static Stream<Class<?>> kinds() {
        return Stream.of(CaseEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_event_is_folded_in_every_state(Class<?> kind) {
        var event = ONE_OF_EACH.get(kind);
        assertThat(event).as("one of %s", kind).isNotNull();
        for (var status : CaseStatus.values()) {
            var state = Stories.in(status).state();
            assertThat(CaseState.after(state, event).sequence()).isEqualTo(event.sequence());
        }
        assertThat(CaseState.after(CaseState.NONE, event).id()).isEqualTo(Asks.CASE);
    }
}
