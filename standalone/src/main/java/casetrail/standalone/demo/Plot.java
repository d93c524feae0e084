package casetrail.standalone.demo;

import casetrail.events.cases.Limit;
import casetrail.rules.clocks.ElapsedHours;
import casetrail.standalone.catalogue.StandardRow;
import casetrail.standalone.catalogue.Subclass;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What may happen to a case.
 *
 * @param weight how often it is told, among those that are told more than once
 * @param telling adds the deeds
 */
record Plot(String name, When when, About about, int weight, Consumer<Story> telling) {

    /** In which part of the two weeks it plays. */
    enum When {
        /** It ends within the last day and a half, so that an open case is not overdue for a week. */
        LATELY,
        ANY_DAY,
        /** It begins in the first days, because it takes long. */
        EARLY
    }

    /** Which problems it may be told about. */
    enum About {
        ANYTHING,
        /** There are only hours for it. */
        URGENT,
        /** There is a day or more for it. */
        UNHURRIED,
        SIMPLE,
        NEIGHBOURS;

        private static final Duration HURRY = Duration.ofHours(8);
        private static final Duration LEISURE = Duration.ofHours(24);

        boolean fits(Subclass subclass, StandardRow row) {
            return switch (this) {
                case ANYTHING -> true;
                case URGENT -> allowed(row.limit().limit()).compareTo(HURRY) <= 0;
                case UNHURRIED -> allowed(row.limit().limit()).compareTo(LEISURE) >= 0;
                case SIMPLE -> subclass.simpleProcedure();
                case NEIGHBOURS -> "邻里纠纷".equals(subclass.name().chinese());
            };
        }

        private static Duration allowed(Limit limit) {
            return Duration.ofSeconds(ElapsedHours.PROFILE.seconds(limit));
        }
    }
}
