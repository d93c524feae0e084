package casetrail.events.cases;

/** At which point of the handling a picture or paper was taken. */
public enum EvidenceStage {
    BEFORE,
    AFTER,
    VERIFICATION,
    CHECK,
    OTHER
}
