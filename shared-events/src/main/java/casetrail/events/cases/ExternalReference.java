package casetrail.events.cases;

import casetrail.events.Bounded;

/** The name that another system gives this case. */
public record ExternalReference(String system, String key) {

    public ExternalReference {
        Bounded.text("system", system, 60);
        Bounded.text("key", key, 120);
    }
}
