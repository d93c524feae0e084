package casetrail.standalone.imports;

import casetrail.events.Actor;
import casetrail.events.Purpose;
import casetrail.events.Sealed;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers from 0 on, and seals that hold nothing. */
final class FakeSupplies implements Supplies {

    private final AtomicInteger next = new AtomicInteger();

    @Override
    public CaseNumber number() {
        return CaseNumber.of(26, next.getAndIncrement());
    }

    @Override
    public void introduce(Actor actor) {}

    @Override
    public Sealed seal(CaseId caseId, String field, String words) {
        return new Sealed(caseId.value(), Purpose.FREE_TEXT, field, "AAAA");
    }

    int used() {
        return next.get();
    }
}
