package casetrail.query.caselist;

import casetrail.query.casefile.Tongue;
import casetrail.views.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long ago a case was opened; a case of exactly one day belongs to those of 1 to 3 days. */
enum Age {
    UNDER_1_DAY("under 1 day", "不足1天", null, 1),
    DAYS_1_TO_3("1 to 3 days", "1至3天", 1, 3),
    DAYS_3_TO_7("3 to 7 days", "3至7天", 3, 7),
    DAYS_7_TO_30("7 to 30 days", "7至30天", 7, 30),
    OVER_30_DAYS("30 days and more", "30天及以上", 30, null);

    private final String english;
    private final String chinese;
    private final @Nullable Integer fromDays;
    private final @Nullable Integer belowDays;

    Age(String english, String chinese, @Nullable Integer fromDays, @Nullable Integer belowDays) {
        this.english = english;
        this.chinese = chinese;
        this.fromDays = fromDays;
        this.belowDays = belowDays;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String words(Tongue tongue) {
        return tongue == Tongue.CHINESE ? chinese : english;
    }

    /** Cases that have this age at a moment. */
    Condition at(Instant now) {
        return new Condition.Between(CaseFields.OPENED, younger(now, belowDays), younger(now, fromDays));
    }

    /** The first moment of which it is less than so many days ago. */
    private static @Nullable Long younger(Instant now, @Nullable Integer days) {
        return days == null ? null : CaseFields.micros(now.minus(Duration.ofDays(days))) + 1;
    }
}
