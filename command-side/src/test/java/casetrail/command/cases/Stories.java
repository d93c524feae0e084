package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import java.time.Duration;

/** Cases in every state, brought there by the commands themselves. */
public final class Stories {

    private Stories() {}

    /** A case in a state, by the shortest way. */
    public static Story in(CaseStatus status) {
        return switch (status) {
            case REPORTED -> did(new Story(), Cast.REPORTER, CaseCommandName.REGISTER_REPORT);
            case VERIFYING -> did(in(CaseStatus.REPORTED), Cast.ACCEPTOR, CaseCommandName.REQUEST_VERIFICATION);
            case FILED -> did(in(CaseStatus.REPORTED), Cast.ACCEPTOR, CaseCommandName.FILE_CASE);
            case DISPATCHED -> did(in(CaseStatus.FILED), Cast.DISPATCHER, CaseCommandName.DISPATCH_CASE);
            case IN_PROGRESS -> did(in(CaseStatus.DISPATCHED), Cast.LEAD, CaseCommandName.ACCEPT_ASSIGNMENT);
            case FEEDBACK -> feedback(in(CaseStatus.IN_PROGRESS));
            case CHECKING -> did(in(CaseStatus.FEEDBACK), Cast.ACCEPTOR, CaseCommandName.REQUEST_CHECK);
            case SUSPENDED -> suspended(in(CaseStatus.IN_PROGRESS));
            case CLOSED -> closed(in(CaseStatus.FEEDBACK));
            case SELF_RESOLVED -> did(new Story(), Cast.REPORTER, CaseCommandName.RECORD_ON_SITE_RESOLUTION);
            case REJECTED -> did(in(CaseStatus.REPORTED), Cast.ACCEPTOR, CaseCommandName.REJECT_REPORT);
            case MERGED -> did(in(CaseStatus.REPORTED), Cast.ACCEPTOR, CaseCommandName.MERGE_INTO);
            case VOIDED -> did(in(CaseStatus.REPORTED), Cast.SHIFT_LEADER, CaseCommandName.VOID_CASE);
            case ARCHIVED -> did(in(CaseStatus.REJECTED), Cast.RECORDS_OFFICER, CaseCommandName.ARCHIVE_CASE);
        };
    }

    /** The ordinary command of a kind is accepted. */
    public static Story did(Story story, Actor actor, CaseCommandName name) {
        return story.did(actor, Asks.of(name, story.now()));
    }

    /** A field worker reports, the coordinator confirms. */
    public static Story feedback(Story story) {
        if (story.state().handling().handler() == null) {
            did(story, Cast.LEAD, CaseCommandName.ASSIGN_HANDLER);
        }
        did(story, Cast.HANDLER, CaseCommandName.REPORT_COMPLETION);
        return did(story, Cast.LEAD, CaseCommandName.CONFIRM_COMPLETION);
    }

    public static Story suspended(Story story) {
        did(story, Cast.LEAD, CaseCommandName.REQUEST_SUSPENSION);
        return did(story, Cast.SHIFT_LEADER, CaseCommandName.APPROVE_SUSPENSION);
    }

    /** Checked by a collector, closed by the intake clerk. */
    public static Story closed(Story story) {
        did(story, Cast.ACCEPTOR, CaseCommandName.REQUEST_CHECK);
        did(story, Cast.COLLECTOR, CaseCommandName.SUBMIT_CHECK);
        return did(story, Cast.ACCEPTOR, CaseCommandName.CLOSE_CASE);
    }

    /** Closed after the handling was late. */
    public static Story closedLate() {
        return closed(feedback(in(CaseStatus.IN_PROGRESS).after(Duration.ofDays(5))));
    }
}
