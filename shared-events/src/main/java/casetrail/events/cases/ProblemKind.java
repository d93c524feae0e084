package casetrail.events.cases;

/** A fixed asset that is damaged, or a behaviour or condition (domain 2). */
public enum ProblemKind {
    COMPONENT,
    EVENT
}
