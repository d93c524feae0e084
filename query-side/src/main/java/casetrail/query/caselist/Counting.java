package casetrail.query.caselist;

import casetrail.events.cases.CaseStatus;
import casetrail.query.casefile.Tongue;
import casetrail.views.Condition;
import casetrail.views.Scope;
import casetrail.views.ViewReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What cases can be counted by. */
enum Counting {
    STATE(CaseFields.STATE),
    CLASS(CaseFields.MAJOR_CLASS),
    SUBCLASS(CaseFields.SUBCLASS),
    UNIT(CaseFields.UNIT),
    AREA(CaseFields.AREAS),
    CHANNEL(CaseFields.CHANNEL),
    SOURCE(CaseFields.SOURCE),
    FLAG(CaseFields.FLAGS),
    /** By {@link Age}; there is no field of it, because it changes by itself. */
    AGE(null);

    private final @Nullable String field;

    Counting(@Nullable String field) {
        this.field = field;
    }

    /** Counts the cases that a reader may know of and that fit. */
    CaseCounts count(ViewReader<CaseListing> reader, Scope scope, Condition where, Instant now, Tongue tongue) {
        var by = name().toLowerCase(Locale.ROOT);
        if (field == null) {
            var ages = Arrays.stream(Age.values())
                    .map(age -> new CaseCounts.Count(
                            age.code(), age.words(tongue), reader.count(scope, where.and(age.at(now)))))
                    .toList();
            return new CaseCounts(by, now, sum(ages), true, ages);
        }
        var found = this == AREA
                ? Areas.counted(reader, scope, where)
                : reader.counts(scope, where, field, CaseCounts.VALUES_MAX + 1);
        List<CaseCounts.Count> told = found.stream()
                .limit(CaseCounts.VALUES_MAX)
                .map(c -> new CaseCounts.Count(c.value(), words(c.value(), tongue), c.documents()))
                .toList();
        boolean complete = found.size() <= CaseCounts.VALUES_MAX;
        long all = complete && isOneOfEveryCase() ? sum(told) : reader.count(scope, where);
        return new CaseCounts(by, now, all, complete, told);
    }

    /** Whether every case has exactly one value, so that the counts add up to all there are. */
    private boolean isOneOfEveryCase() {
        return switch (this) {
            case STATE, CHANNEL, SOURCE -> true;
            case CLASS, SUBCLASS, UNIT, AREA, FLAG, AGE -> false;
        };
    }

    private static long sum(List<CaseCounts.Count> counts) {
        return counts.stream().mapToLong(CaseCounts.Count::cases).sum();
    }

    private @Nullable String words(String value, Tongue tongue) {
        return switch (this) {
            case STATE -> {
                var status = CaseStatus.valueOf(value);
                yield tongue == Tongue.CHINESE ? status.chinese() : status.english();
            }
            case FLAG ->
                Arrays.stream(CaseFlag.values())
                        .filter(f -> f.code().equals(value))
                        .map(f -> f.words(tongue))
                        .findFirst()
                        .orElse(null);
            case CLASS, SUBCLASS, UNIT, AREA, CHANNEL, SOURCE, AGE -> null;
        };
    }
}
