package casetrail.query.handling;

import casetrail.events.UnitCode;
import casetrail.query.handling.Stint.End;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is summed up for units. */
enum Deed {
    STINTS,
    ACCEPTED,
    FEEDBACKS,
    LATE_FEEDBACKS,
    RETURNS,
    REWORKS,
    REOPENINGS,
    EXTENSIONS,
    SUSPENSIONS,
    SUPERVISIONS;

    /**
     * Every deed of a case as a term of its own: name, unit and which of its kind it is. So the number of documents that have a term, added
     * up over the terms of a unit, is how often it happened in all.
     */
    static List<String> terms(CaseHandling handling) {
        var counted = new TreeMap<String, Map<Deed, Integer>>();
        for (var stint : handling.stints()) {
            var of = counted.computeIfAbsent(stint.unit().value(), u -> new EnumMap<>(Deed.class));
            for (var deed : values()) {
                of.merge(deed, deed.in(stint), Integer::sum);
            }
        }
        var terms = new ArrayList<String>();
        counted.forEach((unit, deeds) -> deeds.forEach((deed, times) -> {
            for (int i = 1; i <= times; i++) {
                terms.add("%s %s %d".formatted(deed.code(), unit, i));
            }
        }));
        return terms;
    }

    /** Which deed a term is about. */
    record Term(Deed deed, UnitCode unit) {

        static Term of(String term) {
            var words = term.split(" ", -1);
            return new Term(valueOf(words[0].toUpperCase(Locale.ROOT).replace('-', '_')), new UnitCode(words[1]));
        }
    }

    private int in(Stint stint) {
        return switch (this) {
            case STINTS -> 1;
            case ACCEPTED -> stint.acceptedAt() != null && !stint.reopened() ? 1 : 0;
            case FEEDBACKS ->
                (int) stint.rounds().stream().filter(r -> r.onTime() != null).count();
            case LATE_FEEDBACKS ->
                (int) stint.rounds().stream()
                        .filter(r -> Boolean.FALSE.equals(r.onTime()))
                        .count();
            case RETURNS -> stint.end() == End.RETURNED ? 1 : 0;
            case REWORKS -> stint.rounds().size() - 1;
            case REOPENINGS -> stint.reopened() ? 1 : 0;
            case EXTENSIONS -> stint.extensions();
            case SUSPENSIONS -> stint.suspensions().size();
            case SUPERVISIONS -> stint.supervisions();
        };
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
