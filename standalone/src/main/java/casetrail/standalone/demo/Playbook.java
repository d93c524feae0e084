package casetrail.standalone.demo;

import casetrail.events.cases.CaseId;
import casetrail.standalone.catalogue.FilingStandards;
import casetrail.standalone.catalogue.StandardRow;
import casetrail.standalone.catalogue.Subclass;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** All deeds of two weeks, in order; the same for the same seed and end. */
final class Playbook {

    /** The client by whose request keys a repeat of the demo is recognised. */
    static final String CLIENT = "demo";

    /** How far back the demo begins. */
    static final Duration SPAN = Duration.ofDays(14);

    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(8);
    private static final int DAY_BEGINS = 7;
    private static final int DAY_HOURS = 12;
    private static final Duration LATELY = Duration.ofHours(34);
    private static final Duration EARLY = Duration.ofDays(5);

    /** Nobody does anything in the last moments, so that what a visitor does comes after it. */
    private static final Duration BEFORE_NOW = Duration.ofMinutes(3);

    private final City city;
    private final Staff staff;
    private final FilingStandards catalogue;
    private final Random random;
    private final Instant until;

    private Playbook(City city, Staff staff, FilingStandards catalogue, long seed, Instant until) {
        this.city = city;
        this.staff = staff;
        this.catalogue = catalogue;
        this.random = new Random(seed);
        this.until = until;
    }

    /** A deed with its moment. */
    record Timed(Instant at, Deed deed) {}

    /**
     * Every plot at least once, and so many stories in all.
     *
     * @param until the moment at which the last deed is done
     */
    static List<Timed> write(City city, Staff staff, FilingStandards catalogue, long seed, Instant until, int stories) {
        return new Playbook(city, staff, catalogue, seed, until).write(stories);
    }

    private List<Timed> write(int stories) {
        var plots = new ArrayList<>(Plots.ALL);
        var hat = new ArrayList<Plot>();
        Plots.ALL.forEach(p -> hat.addAll(java.util.Collections.nCopies(p.weight(), p)));
        while (plots.size() < stories) {
            plots.add(hat.get(random.nextInt(hat.size())));
        }
        var all = new ArrayList<Timed>();
        for (int i = 0; i < plots.size(); i++) {
            var story = story(plots.get(i), i);
            var begin = begin(plots.get(i), story.length());
            story.deeds().forEach(d -> all.add(new Timed(micros(begin.plus(d.after())), d)));
        }
        all.sort(Comparator.comparing(Timed::at)
                .thenComparing(t -> t.deed().caseId().value())
                .thenComparingInt(t -> t.deed().number()));
        return all;
    }

    private Story story(Plot plot, int number) {
        var rows = new ArrayList<Choice>();
        for (var subclass : catalogue.subclasses()) {
            subclass.rows().stream()
                    .filter(row -> plot.about().fits(subclass, row))
                    .forEach(row -> rows.add(new Choice(subclass, row)));
        }
        var choice = rows.get(random.nextInt(rows.size()));
        var spots = city.spots();
        var spot = spots.get(random.nextInt(spots.size()));
        var scene = Scene.pick(city, staff, spot, choice.subclass(), choice.row(), random);
        var story = new Story(CaseId.forRequest(CLIENT, "story-" + number), scene, catalogue, random);
        plot.telling().accept(story);
        return story;
    }

    private record Choice(Subclass subclass, StandardRow row) {}

    private Instant begin(Plot plot, Duration length) {
        var latest = until.minus(BEFORE_NOW).minus(length);
        var earliest = until.minus(SPAN).plus(Duration.ofHours(1));
        return switch (plot.when()) {
            case LATELY -> later(earliest, latest.minus(part(LATELY)));
            case ANY_DAY -> daytime(earliest, latest);
            case EARLY -> daytime(earliest, earlier(latest, earliest.plus(EARLY)));
        };
    }

    /** Somewhere between the two, by day where that can be. */
    private Instant daytime(Instant earliest, Instant latest) {
        var somewhere = earliest.plus(part(Duration.between(earliest, latest)));
        var byDay = somewhere
                .atOffset(LOCAL)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(DAY_BEGINS)
                .plus(part(Duration.ofHours(DAY_HOURS)))
                .toInstant();
        return byDay.isBefore(earliest) || byDay.isAfter(latest) ? somewhere : byDay;
    }

    private Duration part(Duration of) {
        return Duration.ofMillis((long) (of.toMillis() * random.nextDouble()));
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
