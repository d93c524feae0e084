package casetrail.command.cases;

import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which times may be claimed: nothing in the future, and the past only by channels that are meant for it, within a bound. */
final class TimeRules {

    /** Kept with an event whose claimed time lies before the change that it follows: it is effective after that change. */
    static final String OUT_OF_ORDER = "OUT_OF_ORDER";

    private TimeRules() {}

    static @Nullable Refusal check(CaseOrder order, CasePolicy policy) {
        var c = order.circumstances();
        if (c.occurredAt().isAfter(c.decidedAt())) {
            return refused("FUTURE").with("occurredAt", c.occurredAt());
        }
        if (order.command() instanceof CaseCommand.Supervise s
                && s.due() != null
                && !s.due().isAfter(c.occurredAt())) {
            return refused("DUE_IN_THE_PAST").with("occurredAt", s.due());
        }
        if (c.occurredAt().equals(c.decidedAt())) {
            return null;
        }
        if (!c.channel().mayBackdate()) {
            return refused("CHANNEL").with("occurredAt", c.occurredAt()).with("channel", c.channel());
        }
        var earliest = c.decidedAt().minus(bound(c.channel(), policy));
        if (c.occurredAt().isBefore(earliest)) {
            return refused("TOO_EARLY").with("occurredAt", c.occurredAt()).with("earliest", earliest);
        }
        // Foreign history is its own reason.
        return c.channel() == Channel.IMPORT || c.reason() != null
                ? null
                : Refusal.of(RefusalCode.REASON_REQUIRED).with("occurredAt", c.occurredAt());
    }

    static List<String> flags(CaseState state, Circumstances c) {
        var backdated = c.occurredAt().isBefore(c.decidedAt()) ? Stream.of(Envelope.BACKDATED) : Stream.<String>of();
        var late = c.occurredAt().isBefore(state.changedAt()) ? Stream.of(OUT_OF_ORDER) : Stream.<String>of();
        return Stream.concat(c.flags().stream(), Stream.concat(backdated, late)).toList();
    }

    private static Duration bound(Channel channel, CasePolicy policy) {
        return channel == Channel.IMPORT ? policy.importBackdating() : policy.offlineBackdating();
    }

    private static Refusal refused(String rule) {
        return Refusal.of(RefusalCode.TIME_NOT_ALLOWED).with("rule", rule);
    }
}
