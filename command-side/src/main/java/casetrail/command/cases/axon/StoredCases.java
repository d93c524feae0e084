package casetrail.command.cases.axon;

import casetrail.command.cases.CaseState;
import casetrail.command.cases.FindCase;
import casetrail.events.cases.CaseId;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Folds cases afresh from the event store. */
public final class StoredCases implements FindCase {

    private final EventStore store;

    public StoredCases(EventStore store) {
        this.store = store;
    }

    @Override
    public Optional<CaseState> find(CaseId id) {
        var state = CaseState.NONE;
        var events = store.readEvents(id.value());
        while (events.hasNext()) {
            state = CaseState.after(state, CaseMessages.recorded(events.next()));
        }
        return state.exists() ? Optional.of(state) : Optional.empty();
    }
}
