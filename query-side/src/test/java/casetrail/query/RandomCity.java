package casetrail.query;

import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random cases, and random questions about them. */
final class RandomCity {

    private static final int EVENTS_MAX = 25;
    private static final List<String> TEXTS = List.of(
            "A burst pipe floods Hudong Road",
            "湖滨路井盖松动",
            "路灯不亮 lamp 12 is dark",
            "树木倒伏,挡住道路",
            "=SUM(A1) written on a wall");
    private static final List<String> GRIDS =
            List.of("350102001003001", "350102001004001", "350104002001001", "G-01.02", "G-01.03");
    private static final List<String> FILTERS = List.of(
            "state=IN_PROGRESS",
            "state=FILED&state=REPORTED",
            "state=CLOSED",
            "class=01",
            "class=02&class=03",
            "subclass=02/0203",
            "unit=U-ROADS",
            "area=350102",
            "area=350102001003",
            "area=G-01",
            "channel=HOTLINE",
            "overdue=true",
            "overdue=false",
            "flag=returned",
            "flag=late",
            "flag=restricted",
            "flag=supervised&flag=extended",
            "text=" + encoded("井盖"),
            "text=" + encoded("湖滨路"),
            "text=pipe",
            "text=" + encoded("lamp 路灯"),
            "opened-from=2026-11-10T00:00:00Z",
            "updated-until=2026-11-25T00:00:00Z",
            "due-before=2026-12-01T00:00:00Z",
            "bbox=119.25,26.0,119.35,26.1",
            "bbox=-180,-90,180,90");
    private static final List<String> ASKERS = List.of(
            "person-clerk ACCEPTOR",
            "person-worker HANDLER@U-ROADS",
            "person-worker HANDLER@U-WATER",
            "person-3 CITIZEN",
            "person-3 GRID_MEMBER",
            "person-s SUPERVISOR DEPT_LEAD@U-ROADS",
            "person-2 SHIFT_LEADER",
            "person-4 SUPERVISOR ANALYST",
            "person-nobody");
    private static final List<String> ROLES =
            List.of("acceptor", "dispatcher", "dept-lead", "handler", "shift-leader", "grid-member", "records-officer");
    private static final List<String> BY =
            List.of("state", "class", "subclass", "unit", "area", "channel", "source", "flag", "age");

    private final Random random;

    RandomCity(long seed) {
        random = new Random(seed);
    }

    void build(MemoryLog log, int cases) {
        var kinds = new ArrayList<>(Samples.all());
        kinds.removeIf(e -> e instanceof CaseEvent.ReportRegistered);
        for (int i = 1; i <= cases; i++) {
            var at = Samples.NOON.minus(Duration.ofMinutes(random.nextInt(60_000)));
            var report = report(i);
            var stream = report.into(log, actor(), at).stream();
            int events = random.nextInt(EVENTS_MAX);
            for (int e = 0; e < events; e++) {
                var later = at.plusSeconds(random.nextInt(900_000));
                log.append(stream, later, Samples.envelope(actor(), later), any(kinds));
            }
        }
    }

    String asker() {
        return any(ASKERS);
    }

    /** The path of a question. */
    String question() {
        return switch (random.nextInt(8)) {
            case 0 -> "/api/counts?by=" + any(BY) + filters("&");
            case 1 -> "/api/worklists";
            case 2 -> "/api/worklists/" + any(ROLES) + filters("?");
            case 3 -> "/api/units/U-ROADS/handling-history?limit=" + (1 + random.nextInt(40));
            case 4 -> "/api/people/person-%d/handling-history".formatted(random.nextInt(6));
            case 5 -> "/api/units/handling-sums";
            default ->
                "/api/cases?sort=%s&direction=%s&limit=%d"
                                .formatted(
                                        any(List.of("updated", "due", "priority", "opened", "number")),
                                        any(List.of("asc", "desc")),
                                        1 + random.nextInt(60))
                        + filters("&");
        };
    }

    private String filters(String before) {
        var filters = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var filter = any(FILTERS);
            var name = filter.substring(0, filter.indexOf('='));
            if (filters.stream().noneMatch(f -> f.startsWith(name + "="))) {
                filters.add(filter);
            }
        }
        return filters.isEmpty() ? "" : before + String.join("&", filters);
    }

    private Report report(int running) {
        var report = Report.of(running, "0" + (1 + random.nextInt(3)), any(TEXTS));
        if (random.nextInt(4) > 0) {
            report = report.in(any(GRIDS));
        }
        if (random.nextInt(3) > 0) {
            report = report.at(
                    "26.0%05d".formatted(random.nextInt(100_000)), "119.2%05d".formatted(random.nextInt(100_000)));
        }
        return report.by(any(List.of(Channel.WEB, Channel.HOTLINE, Channel.MOBILE)));
    }

    private Actor actor() {
        var role = any(List.of(Role.ACCEPTOR, Role.HANDLER, Role.CITIZEN, Role.SHIFT_LEADER, Role.SYSTEM));
        return role == Role.SYSTEM
                ? Actor.SYSTEM
                : new Actor(
                        new PersonId("person-" + random.nextInt(6)),
                        role,
                        role == Role.HANDLER ? new UnitCode("U-ROADS") : null,
                        null);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
