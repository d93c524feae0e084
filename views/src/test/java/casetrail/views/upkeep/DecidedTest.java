package casetrail.views.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.log.StoredEvent;
import casetrail.events.views.ViewEvent;
import casetrail.events.views.ViewName;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.InMemoryEventLog;
import org.junit.jupiter.api.Test;

class DecidedTest {

    private static final ViewName VIEW = new ViewName("case-list");
    private static final ViewName OTHER = new ViewName("other");
    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);

    private final InMemoryEventLog log = new InMemoryEventLog();

    @Test
    void what_was_cut_over_to_and_from_was_read_and_what_was_only_built_was_not() {
        log.append(VIEW.stream(), new ViewEvent.ViewRebuildOrdered(VIEW, 2));
        log.append(VIEW.stream(), new ViewEvent.ViewRebuildOrdered(VIEW, 3));
        log.append(VIEW.stream(), new ViewEvent.ViewCutOver(VIEW, 1, 2, 0, 0));

        var decided = decided();

        assertThat(decided.wasRead(VIEW, 1)).isTrue();
        assertThat(decided.wasRead(VIEW, 2)).isTrue();
        assertThat(decided.wasRead(VIEW, 3)).isFalse();
        assertThat(decided.wasRead(OTHER, 1)).isFalse();
        assertThat(decided.chosen(VIEW)).isEqualTo(2);
        assertThat(decided.highest(VIEW)).isEqualTo(3);
    }

    @Test
    void an_order_waits_until_a_version_of_its_number_or_a_higher_one_is_begun_or_dropped() {
        log.append(VIEW.stream(), new ViewEvent.ViewRebuildOrdered(VIEW, 2));
        assertThat(decided().awaitsBuilding(VIEW, 1)).isTrue();
        assertThat(decided().awaitsBuilding(VIEW, 2)).isFalse();
        assertThat(decided().awaitsBuilding(VIEW, 3)).isFalse();
        assertThat(decided().awaitsBuilding(OTHER, 0)).isFalse();

        log.append(VIEW.stream(), new ViewEvent.ViewVersionDropped(VIEW, 2));
        assertThat(decided().awaitsBuilding(VIEW, 1)).isFalse();
    }

    private Decided decided() {
        var decided = Decided.NOTHING;
        for (StoredEvent event : log.read(0, 100)) {
            decided = Decided.after(decided, STORED.open(event));
        }
        return decided;
    }
}
