package casetrail.query.logfeed;

import casetrail.edge.identity.Asker;
import casetrail.edge.identity.Standing;
import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import casetrail.events.log.EventLog;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.query.logfeed.FeedLines.Form;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request for the feed as it came in; nothing of it is understood yet.
 *
 * @param lastEventId what a reader of server-sent events saw last; goes before {@code from} and {@code since}
 */
record FeedRequest(
        @Nullable String from,
        @Nullable String since,
        List<String> names,
        @Nullable String stream,
        @Nullable String unit,
        @Nullable String limit,
        @Nullable String follow,
        List<String> include,
        @Nullable String lastEventId) {

    /** How many names one feed asks for. */
    static final int NAMES_MAX = 100;

    private static final String ACCESS = "access";
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

    /**
     * What is wanted, if the asker may have it.
     *
     * @throws RefusedException if the asker may not, or telling every fault of the request
     */
    FeedQuery understood(Asker asker, Form form, EventLog log) {
        var rights = rights(asker);
        var violations = new Violations();
        var wantedStream = violations.optional("query:stream", stream, StreamId::new);
        var wantedUnit = violations.optional("query:unit", unit, UnitCode::new);
        var wantedNames = names(violations);
        boolean access = included(violations);
        if (!access && wantedStream != null && FeedRights.isAccess(wantedStream)) {
            violations.add("query:stream", FaultRule.CONFLICTS, Map.of("other", "include"));
        }
        var most = number(violations, "query:limit", limit);
        if (most != null && most == 0) {
            violations.add("query:limit", FaultRule.OUT_OF_RANGE, Map.of("value", 0, "min", 1, "max", Long.MAX_VALUE));
        }
        boolean stays = stays(violations);
        long first = first(violations, form, log);
        violations.refuseIfAny();
        if ((access && !rights.access()) || (wantedStream != null && !rights.shows(wantedStream))) {
            throw forbidden();
        }
        return new FeedQuery(
                first,
                wantedNames,
                wantedStream,
                wantedUnit,
                most == null ? Long.MAX_VALUE : most,
                stays,
                access ? rights : rights.withoutAccess());
    }

    /** @throws RefusedException if the asker may not open the feed at all */
    static FeedRights rights(Asker asker) {
        var rights =
                FeedRights.of(asker.standings().stream().map(Standing::role).toList());
        if (rights.equals(FeedRights.NOTHING)) {
            throw forbidden();
        }
        return rights;
    }

    private long first(Violations violations, Form form, EventLog log) {
        if (form == Form.SSE && lastEventId != null) {
            var last = number(violations, "header:Last-Event-ID", lastEventId);
            return last == null ? 0 : within(violations, "header:Last-Event-ID", last + 1, log);
        }
        if (from != null && since != null) {
            violations.add("query:since", FaultRule.CONFLICTS, Map.of("other", "from"));
            return 0;
        }
        if (since != null) {
            var moment = violations.optional("query:since", since, FeedRequest::moment);
            return moment == null ? 0 : log.positionAt(moment);
        }
        var position = number(violations, "query:from", from);
        return position == null ? 0 : within(violations, "query:from", position, log);
    }

    /** A reader who is ahead of the log reads another log than the one it began with. */
    private static long within(Violations violations, String pointer, long position, EventLog log) {
        long end = position == 0 ? 0 : log.end();
        if (position > end) {
            violations.add(pointer, FaultRule.OUT_OF_RANGE, Map.of("value", position, "min", 0, "max", end));
        }
        return position;
    }

    private List<String> names(Violations violations) {
        if (names.size() > NAMES_MAX) {
            violations.add("query:name", FaultRule.TOO_MANY, Map.of("count", names.size(), "max", NAMES_MAX));
            return List.of();
        }
        var wanted = new ArrayList<String>();
        for (var name : names) {
            var checked = violations.optional("query:name", name, NameFilter::checked);
            if (checked != null) {
                wanted.add(checked);
            }
        }
        return wanted;
    }

    private boolean included(Violations violations) {
        for (var family : include) {
            if (!family.equals(ACCESS)) {
                violations.add("query:include", FaultRule.NOT_ONE_OF, Map.of("value", family, "known", ACCESS));
            }
        }
        return include.contains(ACCESS);
    }

    private boolean stays(Violations violations) {
        if (follow == null || follow.equals("false")) {
            return false;
        }
        if (!follow.equals("true")) {
            violations.add("query:follow", FaultRule.NOT_ONE_OF, Map.of("value", follow, "known", "true, false"));
        }
        return true;
    }

    private static @Nullable Long number(Violations violations, String pointer, @Nullable String value) {
        return violations.optional(pointer, value, text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException("not a whole number from 0");
            }
            return Long.valueOf(text);
        });
    }

    private static Instant moment(String text) {
        try {
            var moment = OffsetDateTime.parse(text).toInstant();
            if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                throw new IllegalArgumentException("not between %s and %s".formatted(EARLIEST, LATEST));
            }
            return moment;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a moment with its zone, like 2026-11-20T12:00:00+08:00", e);
        }
    }

    private static RefusedException forbidden() {
        return new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE)
                .with("role", "-")
                .with(
                        "allowed",
                        FeedRights.READERS.stream().map(Role::name).sorted().collect(Collectors.joining(", "))));
    }
}
