package casetrail.events.cases;

import casetrail.events.Sha256;

/** A stored attachment that bears witness. */
public record Evidence(Sha256 attachment, EvidenceStage stage) {

    /** How many pieces one command may bring. */
    public static final int COUNT_MAX = 20;
}
