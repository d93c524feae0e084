package casetrail.query.timeline;

import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Role;
import casetrail.events.cases.CaseEvent;
import casetrail.query.casefile.Tongue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Everything the timeline says, in one language. A new kind of event does not compile until every language has words for it. */
interface Words {

    /** What happened, in one sentence without a full stop. Sealed values are never part of it. */
    String of(CaseEvent event);

    String of(Role role);

    String of(Channel channel);

    String of(Assurance assurance);

    String of(ClockChange.What what);

    /** A flag without words of its own is told by its name. */
    String ofFlag(String flag);

    static Words in(Tongue tongue) {
        return switch (tongue) {
            case ENGLISH -> EnglishWords.WORDS;
            case CHINESE -> ChineseWords.WORDS;
        };
    }

    /** A moment to the minute, in UTC: the fields beside the words have it exactly. */
    static String moment(Instant moment) {
        return FORM.format(moment);
    }

    /** The name of a constant as English words. */
    static String plain(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
}
