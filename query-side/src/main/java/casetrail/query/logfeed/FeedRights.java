package casetrail.query.logfeed;

import casetrail.events.Role;
import casetrail.events.StreamId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a reader of the feed may see: the one table of it. Rights add up over everything a reader may act as. Sealed values stay sealed
 * for everybody.
 *
 * @param cases streams of cases, and every other family that is not named here
 * @param restricted the payloads of cases that are visible to few; without it their lines say {@code withheld}
 * @param persons streams of persons: accounts and grants
 * @param access streams of access: logins and refused commands; given out only if asked for
 */
record FeedRights(boolean cases, boolean restricted, boolean persons, boolean access) {

    /** Who may open the feed at all. */
    static final Set<Role> READERS =
            EnumSet.of(Role.AUDITOR, Role.ANALYST, Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.ADMIN);

    /** The same for people. */
    static final String READERS_TOLD = "AUDITOR, ANALYST, SUPERVISOR, PRIVACY_OFFICER and ADMIN";

    static final FeedRights NOTHING = new FeedRights(false, false, false, false);

    private static final String PERSON = "person-";
    private static final String ACCESS = "access-";

    static FeedRights of(Collection<Role> roles) {
        var sum = NOTHING;
        for (var role : roles) {
            sum = sum.or(of(role));
        }
        return sum;
    }

    static FeedRights of(Role role) {
        return switch (role) {
            case AUDITOR -> new FeedRights(true, true, true, true);
            case PRIVACY_OFFICER -> new FeedRights(true, true, false, true);
            case ANALYST -> new FeedRights(true, false, false, false);
            case SUPERVISOR -> new FeedRights(true, true, false, false);
            // The local operator, who starts the server, reads the log as an administrator.
            case ADMIN -> new FeedRights(true, false, true, false);
            case GRID_MEMBER,
                    CITIZEN,
                    ACCEPTOR,
                    SHIFT_LEADER,
                    DISPATCHER,
                    DEPT_LEAD,
                    HANDLER,
                    STREET_LEAD,
                    EVALUATOR,
                    RECORDS_OFFICER,
                    COMMUNITY_LEAD,
                    SYSTEM -> NOTHING;
        };
    }

    /** Whether the stream's events are given out; {@code access} here means that they were asked for, too. */
    boolean shows(StreamId stream) {
        if (isAccess(stream)) {
            return access;
        }
        return stream.value().startsWith(PERSON) ? persons : cases;
    }

    /** The same for who did not ask for access streams. */
    FeedRights withoutAccess() {
        return new FeedRights(cases, restricted, persons, false);
    }

    static boolean isAccess(StreamId stream) {
        return stream.value().startsWith(ACCESS);
    }

    private FeedRights or(FeedRights other) {
        return new FeedRights(
                cases || other.cases, restricted || other.restricted, persons || other.persons, access || other.access);
    }
}
