package casetrail.query;

import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.PersonId;
import casetrail.events.Purpose;
import casetrail.events.Reason;
import casetrail.events.Recorded;
import casetrail.events.RequestKey;
import casetrail.events.Role;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.wire.EventNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One sample of every event of a case, read from the goldens of the contract. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00.123456Z");
    public static final PersonId LEAD = new PersonId("person-shift-leader-1");

    private static final Path GOLDENS = Path.of("../shared-events/src/test/resources/goldens");

    private Samples() {}

    /** Every kind of event, in the order of the contract. */
    public static List<CaseEvent> all() {
        return Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                .map(Samples::of)
                .map(CaseEvent.class::cast)
                .toList();
    }

    /** The newest golden of one kind. */
    public static <E> E of(Class<E> type) {
        var stored = EventNames.CATALOGUE.nameOf(type);
        try {
            var payload = Files.readAllBytes(GOLDENS.resolve(stored.name() + "." + stored.revision() + ".json"));
            return type.cast(EventNames.CATALOGUE.read(stored.name(), stored.revision(), payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Sealed sealed(String field) {
        return new Sealed("case-1", Purpose.FREE_TEXT, field, "AAECAwQFBgc=");
    }

    public static Actor actor(Role role, @Nullable String unit) {
        return new Actor(
                new PersonId("person-"
                        + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-1"),
                role,
                unit == null ? null : new UnitCode(unit),
                null);
    }

    public static Envelope envelope(Actor actor, Instant occurredAt) {
        return new Envelope(
                actor,
                Channel.WEB,
                new Reason("WRONG_UNIT", sealed("reason")),
                occurredAt,
                Assurance.FIRST_HAND,
                List.of(),
                new TreeMap<>(Map.of("clocks", "elapsed-hours@1")),
                "demo",
                new RequestKey("client-1", "key-1", new Sha256("ab".repeat(32))),
                "correlation-1",
                "causation-1");
    }

    /** The event as the {@code sequence}th of its stream, a minute after the one before. */
    public static Recorded<CaseEvent> recorded(long sequence, CaseEvent event) {
        return recorded(sequence, event, actor(Role.SHIFT_LEADER, null));
    }

    public static Recorded<CaseEvent> recorded(long sequence, CaseEvent event, Actor actor) {
        var at = NOON.plusSeconds(60 * sequence);
        return new Recorded<>(
                1_000 + sequence,
                event.caseId().stream(),
                sequence,
                new UUID(7, sequence).toString(),
                at.plusSeconds(1),
                envelope(actor, at),
                event);
    }
}
