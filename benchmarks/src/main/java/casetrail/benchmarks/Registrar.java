package casetrail.benchmarks;

import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Registers cases, and looks for each in the list as soon as it is acknowledged. For one thread. */
final class Registrar {

    /** What a case is registered with. */
    static final String REPORT = """
            {"source":"COLLECTOR","kind":"EVENT","classification":{"majorClass":"02","subclass":"0203"},
             "publicText":"Two street lights are out","description":"Dark since Tuesday","location":{"address":"12 Lake Street"}}""";

    private final Line line;
    private final ServerProcess.Staff staff;
    private final String name;
    private final ReadTally tally;
    private final Registered registered;
    private final AtomicLong refused;
    private long number;

    /** @param refused goes up by one for every registration that is not acknowledged */
    Registrar(
            Line line,
            ServerProcess.Staff staff,
            String name,
            ReadTally tally,
            Registered registered,
            AtomicLong refused) {
        this.line = line;
        this.staff = staff;
        this.name = name;
        this.tally = tally;
        this.registered = registered;
        this.refused = refused;
    }

    void once() {
        HttpConnection.Answer answer;
        try {
            answer = line.post("/api/cases", staff.gridMember(), name + "-" + number++, REPORT);
        } catch (IOException e) {
            refused.incrementAndGet();
            return;
        }
        if (answer.status() != 201) {
            refused.incrementAndGet();
            return;
        }
        var told = EventJson.MAPPER.readTree(answer.body());
        var id = told.path("id").asString();
        long position = told.path("position").asLong();
        registered.acknowledged(id, position);
        tally.read("what was just registered", () -> {
            var list = line.get("/api/cases?sort=opened&limit=50&at-least-position=" + position, staff.supervisor());
            return list.status() == 200 && !list.body().contains(id)
                    ? "%s at position %d is missing".formatted(id, position)
                    : ReadMixture.bad(list);
        });
    }
}
