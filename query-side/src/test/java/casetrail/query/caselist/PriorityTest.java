package casetrail.query.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.StageClock;
import casetrail.query.Samples;
import casetrail.query.casefile.CaseFile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriorityTest {

    @Test
    void supervision_goes_before_urgency_and_urgency_before_trouble() {
        var calm = of(dispatched(new Limit(5, LimitUnit.WORKING_DAY)));
        var troubled = of(dispatched(new Limit(5, LimitUnit.WORKING_DAY)), Samples.of(CaseEvent.ReworkOrdered.class));
        var urgent = of(dispatched(new Limit(2, LimitUnit.URGENT_DAY)));
        var more = of(dispatched(new Limit(3, LimitUnit.URGENT_HOUR)));
        var supervised =
                of(dispatched(new Limit(5, LimitUnit.WORKING_DAY)), Samples.of(CaseEvent.SupervisionIssued.class));

        assertThat(List.of(calm, urgent, more)).containsExactly(0L, 52_000L, 97_000L);
        assertThat(supervised % 1_000_000).isZero();
        assertThat(troubled).isBetween(1L, 97_999L);
        assertThat(List.of(calm, urgent, more, supervised)).isSorted();
    }

    @Test
    void a_case_that_is_not_open_presses_nobody() {
        assertThat(of(
                        dispatched(new Limit(3, LimitUnit.URGENT_HOUR)),
                        Samples.of(CaseEvent.FeedbackSubmitted.class),
                        Samples.of(CaseEvent.CaseClosed.class)))
                .isZero();
    }

    @Test
    void a_limit_of_many_urgent_hours_is_not_urgent() {
        assertThat(of(dispatched(new Limit(100, LimitUnit.URGENT_HOUR)))).isZero();
        assertThat(of(dispatched(new Limit(99, LimitUnit.URGENT_HOUR)))).isEqualTo(1_000);
    }

    private static CaseEvent dispatched(Limit limit) {
        var sample = Samples.of(CaseEvent.CaseDispatched.class);
        var of = sample.handle();
        var clock = new StageClock(
                of.stage(), of.round(), limit, of.startedAt(), of.deadline(), of.profile(), of.calendar());
        return new CaseEvent.CaseDispatched(
                sample.caseId(),
                sample.unit(),
                sample.standard(),
                sample.powersVersion(),
                sample.override(),
                sample.dispatch(),
                clock);
    }

    private static long of(CaseEvent... events) {
        @Nullable
        CaseFile file = CaseFile.after(null, Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));
        for (int i = 0; i < events.length; i++) {
            file = CaseFile.after(file, Samples.recorded(i + 1, events[i]));
        }
        return Priority.of(Objects.requireNonNull(file));
    }
}
