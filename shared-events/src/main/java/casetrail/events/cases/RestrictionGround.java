package casetrail.events.cases;

/** Why a case is visible to few. */
public enum RestrictionGround {
    DISPUTE,
    PERSONAL_SAFETY,
    MINOR,
    LEGAL_PROCEEDING,
    OTHER_SENSITIVE
}
