package casetrail.events.cases;

/** Where a report comes from; indicators are counted by it. */
public enum Source {
    COLLECTOR,
    PUBLIC,
    VIDEO,
    LEADER,
    TRANSFER,
    DEVICE,
    LIAISON_VISIT
}
