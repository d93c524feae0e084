package casetrail.events.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be asked of a case; over HTTP it is the last part of the path, in kebab case. */
public enum CaseCommandName {
    REGISTER_REPORT,
    RECORD_ON_SITE_RESOLUTION,
    REQUEST_VERIFICATION,
    SUBMIT_VERIFICATION,
    PROPOSE_FILING,
    FILE_CASE,
    REJECT_REPORT,
    MERGE_INTO,
    LINK_CHILD,
    SPLIT_FROM_PARENT,
    UNLINK_CHILD,
    DISPATCH_CASE,
    ACCEPT_ASSIGNMENT,
    ASSIGN_HANDLER,
    REASSIGN_HANDLER,
    REVOKE_HANDLER,
    RETURN_ASSIGNMENT,
    RETURN_TO_INTAKE,
    DECIDE_RESPONSIBILITY,
    RECORD_PROGRESS,
    REPORT_COMPLETION,
    CONFIRM_COMPLETION,
    RETURN_FOR_REWORK,
    REQUEST_CHECK,
    SUBMIT_CHECK,
    CLOSE_CASE,
    REQUEST_FORCE_CLOSURE,
    FORCE_CLOSE,
    REJECT_FORCE_CLOSURE,
    REQUEST_EXTENSION,
    APPROVE_EXTENSION,
    REJECT_EXTENSION,
    REQUEST_SUSPENSION,
    APPROVE_SUSPENSION,
    REJECT_SUSPENSION,
    RESUME_CASE,
    SUPERVISE,
    ANSWER_SUPERVISION,
    LIFT_SUPERVISION,
    LINK_WHISTLE,
    UNLINK_WHISTLE,
    LINK_DELIBERATION,
    UNLINK_DELIBERATION,
    REQUEST_VOID,
    VOID_CASE,
    REJECT_VOID,
    RECORD_CALLBACK,
    REOPEN_CASE,
    FILE_OVERDUE_APPEAL,
    REVIEW_APPEAL,
    ARCHIVE_CASE,
    CORRECT_DATA,
    RESTRICT_VISIBILITY,
    LIFT_RESTRICTION;

    /** As it stands in a path, for example {@code accept-assignment}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The command of a path, if there is one. */
    public static Optional<CaseCommandName> ofPath(String path) {
        return Arrays.stream(values()).filter(c -> c.path().equals(path)).findFirst();
    }
}
