package casetrail.events.cases;

import static casetrail.events.Role.ACCEPTOR;
import static casetrail.events.Role.CITIZEN;
import static casetrail.events.Role.COMMUNITY_LEAD;
import static casetrail.events.Role.DEPT_LEAD;
import static casetrail.events.Role.DISPATCHER;
import static casetrail.events.Role.EVALUATOR;
import static casetrail.events.Role.GRID_MEMBER;
import static casetrail.events.Role.HANDLER;
import static casetrail.events.Role.PRIVACY_OFFICER;
import static casetrail.events.Role.RECORDS_OFFICER;
import static casetrail.events.Role.SHIFT_LEADER;
import static casetrail.events.Role.STREET_LEAD;
import static casetrail.events.Role.SUPERVISOR;
import static casetrail.events.Role.SYSTEM;
import static casetrail.events.cases.CaseCommandName.ACCEPT_ASSIGNMENT;
import static casetrail.events.cases.CaseCommandName.ANSWER_SUPERVISION;
import static casetrail.events.cases.CaseCommandName.APPROVE_EXTENSION;
import static casetrail.events.cases.CaseCommandName.APPROVE_SUSPENSION;
import static casetrail.events.cases.CaseCommandName.ARCHIVE_CASE;
import static casetrail.events.cases.CaseCommandName.ASSIGN_HANDLER;
import static casetrail.events.cases.CaseCommandName.CLOSE_CASE;
import static casetrail.events.cases.CaseCommandName.CONFIRM_COMPLETION;
import static casetrail.events.cases.CaseCommandName.CORRECT_DATA;
import static casetrail.events.cases.CaseCommandName.DECIDE_RESPONSIBILITY;
import static casetrail.events.cases.CaseCommandName.DISPATCH_CASE;
import static casetrail.events.cases.CaseCommandName.FILE_CASE;
import static casetrail.events.cases.CaseCommandName.FILE_OVERDUE_APPEAL;
import static casetrail.events.cases.CaseCommandName.FORCE_CLOSE;
import static casetrail.events.cases.CaseCommandName.LIFT_RESTRICTION;
import static casetrail.events.cases.CaseCommandName.LIFT_SUPERVISION;
import static casetrail.events.cases.CaseCommandName.LINK_CHILD;
import static casetrail.events.cases.CaseCommandName.LINK_DELIBERATION;
import static casetrail.events.cases.CaseCommandName.LINK_WHISTLE;
import static casetrail.events.cases.CaseCommandName.MERGE_INTO;
import static casetrail.events.cases.CaseCommandName.PROPOSE_FILING;
import static casetrail.events.cases.CaseCommandName.REASSIGN_HANDLER;
import static casetrail.events.cases.CaseCommandName.RECORD_CALLBACK;
import static casetrail.events.cases.CaseCommandName.RECORD_ON_SITE_RESOLUTION;
import static casetrail.events.cases.CaseCommandName.RECORD_PROGRESS;
import static casetrail.events.cases.CaseCommandName.REGISTER_REPORT;
import static casetrail.events.cases.CaseCommandName.REJECT_EXTENSION;
import static casetrail.events.cases.CaseCommandName.REJECT_FORCE_CLOSURE;
import static casetrail.events.cases.CaseCommandName.REJECT_REPORT;
import static casetrail.events.cases.CaseCommandName.REJECT_SUSPENSION;
import static casetrail.events.cases.CaseCommandName.REJECT_VOID;
import static casetrail.events.cases.CaseCommandName.REOPEN_CASE;
import static casetrail.events.cases.CaseCommandName.REPORT_COMPLETION;
import static casetrail.events.cases.CaseCommandName.REQUEST_CHECK;
import static casetrail.events.cases.CaseCommandName.REQUEST_EXTENSION;
import static casetrail.events.cases.CaseCommandName.REQUEST_FORCE_CLOSURE;
import static casetrail.events.cases.CaseCommandName.REQUEST_SUSPENSION;
import static casetrail.events.cases.CaseCommandName.REQUEST_VERIFICATION;
import static casetrail.events.cases.CaseCommandName.REQUEST_VOID;
import static casetrail.events.cases.CaseCommandName.RESTRICT_VISIBILITY;
import static casetrail.events.cases.CaseCommandName.RESUME_CASE;
import static casetrail.events.cases.CaseCommandName.RETURN_ASSIGNMENT;
import static casetrail.events.cases.CaseCommandName.RETURN_FOR_REWORK;
import static casetrail.events.cases.CaseCommandName.RETURN_TO_INTAKE;
import static casetrail.events.cases.CaseCommandName.REVIEW_APPEAL;
import static casetrail.events.cases.CaseCommandName.REVOKE_HANDLER;
import static casetrail.events.cases.CaseCommandName.SPLIT_FROM_PARENT;
import static casetrail.events.cases.CaseCommandName.SUBMIT_CHECK;
import static casetrail.events.cases.CaseCommandName.SUBMIT_VERIFICATION;
import static casetrail.events.cases.CaseCommandName.SUPERVISE;
import static casetrail.events.cases.CaseCommandName.UNLINK_CHILD;
import static casetrail.events.cases.CaseCommandName.UNLINK_DELIBERATION;
import static casetrail.events.cases.CaseCommandName.UNLINK_WHISTLE;
import static casetrail.events.cases.CaseCommandName.VOID_CASE;
import static casetrail.events.cases.CaseStatus.ARCHIVED;
import static casetrail.events.cases.CaseStatus.CHECKING;
import static casetrail.events.cases.CaseStatus.CLOSED;
import static casetrail.events.cases.CaseStatus.DISPATCHED;
import static casetrail.events.cases.CaseStatus.FEEDBACK;
import static casetrail.events.cases.CaseStatus.FILED;
import static casetrail.events.cases.CaseStatus.IN_PROGRESS;
import static casetrail.events.cases.CaseStatus.MERGED;
import static casetrail.events.cases.CaseStatus.REJECTED;
import static casetrail.events.cases.CaseStatus.REPORTED;
import static casetrail.events.cases.CaseStatus.SELF_RESOLVED;
import static casetrail.events.cases.CaseStatus.SUSPENDED;
import static casetrail.events.cases.CaseStatus.VERIFYING;
import static casetrail.events.cases.CaseStatus.VOIDED;
import static casetrail.events.cases.Guard.ACTS_AS_ASSIGNED_HANDLER;
import static casetrail.events.cases.Guard.AFTER_EVIDENCE_IF_REQUIRED;
import static casetrail.events.cases.Guard.APPEAL_ONCE;
import static casetrail.events.cases.Guard.APPEAL_PENDING;
import static casetrail.events.cases.Guard.APPROVER_NOT_REQUESTER;
import static casetrail.events.cases.Guard.APPROVER_RANK;
import static casetrail.events.cases.Guard.ARCHIVE_DUE;
import static casetrail.events.cases.Guard.BEFORE_AND_AFTER_EVIDENCE;
import static casetrail.events.cases.Guard.CALLBACK_CONSISTENT;
import static casetrail.events.cases.Guard.CHANGES_SOMETHING;
import static casetrail.events.cases.Guard.CHECKER_ASSIGNED;
import static casetrail.events.cases.Guard.CHECKER_NOT_HANDLER;
import static casetrail.events.cases.Guard.CHECKER_OTHER_UNIT;
import static casetrail.events.cases.Guard.CHECK_EVIDENCE;
import static casetrail.events.cases.Guard.CHECK_NOT_PASSED;
import static casetrail.events.cases.Guard.CHECK_PASSED_OR_WAIVED;
import static casetrail.events.cases.Guard.CHILD_LINKED;
import static casetrail.events.cases.Guard.CHILD_NOT_LINKED;
import static casetrail.events.cases.Guard.CLOSER_NOT_HANDLER;
import static casetrail.events.cases.Guard.CLOSER_OTHER_UNIT;
import static casetrail.events.cases.Guard.COLLECTOR_IS_GRID_MEMBER;
import static casetrail.events.cases.Guard.COMPLETED_ONCE;
import static casetrail.events.cases.Guard.COMPLETION_STEPS;
import static casetrail.events.cases.Guard.CONFIRMER_NOT_HANDLER;
import static casetrail.events.cases.Guard.DELIBERATION_ALLOWED;
import static casetrail.events.cases.Guard.DELIBERATION_NOT_OPEN;
import static casetrail.events.cases.Guard.DELIBERATION_OPEN;
import static casetrail.events.cases.Guard.DISPUTE_OR_RETURN;
import static casetrail.events.cases.Guard.EVIDENCE_WHEN_EXISTS;
import static casetrail.events.cases.Guard.EXTENSIONS_LEFT;
import static casetrail.events.cases.Guard.EXTENSION_NOT_PENDING;
import static casetrail.events.cases.Guard.EXTENSION_PENDING;
import static casetrail.events.cases.Guard.FILING_BY_SHIFT_LEADER;
import static casetrail.events.cases.Guard.FILING_STANDARD_SELECTED;
import static casetrail.events.cases.Guard.FORCE_CLOSURE_NOT_PENDING;
import static casetrail.events.cases.Guard.FORCE_CLOSURE_PENDING;
import static casetrail.events.cases.Guard.HANDLER_ASSIGNED;
import static casetrail.events.cases.Guard.HANDLER_IN_SAME_UNIT;
import static casetrail.events.cases.Guard.HANDLING_COMPLETED;
import static casetrail.events.cases.Guard.NEVER_IN_FEEDBACK;
import static casetrail.events.cases.Guard.NOT_OVERDUE;
import static casetrail.events.cases.Guard.NOT_RESTRICTED;
import static casetrail.events.cases.Guard.NO_CHILDREN;
import static casetrail.events.cases.Guard.NO_HANDLER_ASSIGNED;
import static casetrail.events.cases.Guard.NO_OPEN_OVERLAY;
import static casetrail.events.cases.Guard.PARENT_IS_ANOTHER_CASE;
import static casetrail.events.cases.Guard.PARENT_NOT_ARCHIVED;
import static casetrail.events.cases.Guard.PARENT_NOT_MERGED;
import static casetrail.events.cases.Guard.PLACE_GIVEN;
import static casetrail.events.cases.Guard.PROBLEM_DESCRIBED;
import static casetrail.events.cases.Guard.REOPEN_BY_SYSTEM;
import static casetrail.events.cases.Guard.RESPONSIBILITY_DECIDED;
import static casetrail.events.cases.Guard.RESPONSIBILITY_NOT_FINAL;
import static casetrail.events.cases.Guard.RESTRICTED;
import static casetrail.events.cases.Guard.RESULT_GIVEN;
import static casetrail.events.cases.Guard.RESUME_DUE;
import static casetrail.events.cases.Guard.REVIEWER_NOT_FILER;
import static casetrail.events.cases.Guard.SIMPLE_PROCEDURE_ALLOWED;
import static casetrail.events.cases.Guard.SUPERVISION_LEVEL_RISES;
import static casetrail.events.cases.Guard.SUPERVISION_OPEN;
import static casetrail.events.cases.Guard.SUPERVISION_UNANSWERED;
import static casetrail.events.cases.Guard.SUPERVISOR_OTHER_UNIT;
import static casetrail.events.cases.Guard.SUSPENSIONS_LEFT;
import static casetrail.events.cases.Guard.SUSPENSION_NOT_PENDING;
import static casetrail.events.cases.Guard.SUSPENSION_PENDING;
import static casetrail.events.cases.Guard.UNIT_ALLOWED;
import static casetrail.events.cases.Guard.UNIT_AS_DECIDED;
import static casetrail.events.cases.Guard.UNTIL_WITHIN_BOUNDS;
import static casetrail.events.cases.Guard.VERIFIED_OR_WAIVED;
import static casetrail.events.cases.Guard.VERIFIER_ASSIGNED;
import static casetrail.events.cases.Guard.VERIFIER_NOT_REPORTER;
import static casetrail.events.cases.Guard.VOID_NOT_PENDING;
import static casetrail.events.cases.Guard.VOID_PENDING;
import static casetrail.events.cases.Guard.VOID_TWO_PERSONS;
import static casetrail.events.cases.Guard.WAS_OVERDUE;
import static casetrail.events.cases.Guard.WHISTLE_NOT_OPEN;
import static casetrail.events.cases.Guard.WHISTLE_OPEN;
import static casetrail.events.cases.Guard.WITHIN_REOPENING_WINDOW;
import static casetrail.events.cases.Guard.WITHIN_RETURN_WINDOW;

import casetrail.events.Role;
import casetrail.events.cases.CaseEvent.AssignmentAccepted;
import casetrail.events.cases.CaseEvent.AssignmentReturned;
import casetrail.events.cases.CaseEvent.CallbackRecorded;
import casetrail.events.cases.CaseEvent.CaseArchived;
import casetrail.events.cases.CaseEvent.CaseClosed;
import casetrail.events.cases.CaseEvent.CaseDataCorrected;
import casetrail.events.cases.CaseEvent.CaseDeliberationClosed;
import casetrail.events.cases.CaseEvent.CaseDeliberationOpened;
import casetrail.events.cases.CaseEvent.CaseDispatched;
import casetrail.events.cases.CaseEvent.CaseFiled;
import casetrail.events.cases.CaseEvent.CaseForceClosed;
import casetrail.events.cases.CaseEvent.CaseMerged;
import casetrail.events.cases.CaseEvent.CaseReopened;
import casetrail.events.cases.CaseEvent.CaseReturnedToIntake;
import casetrail.events.cases.CaseEvent.CaseUnmerged;
import casetrail.events.cases.CaseEvent.CaseVoided;
import casetrail.events.cases.CaseEvent.CaseWhistleClosed;
import casetrail.events.cases.CaseEvent.CaseWhistleOpened;
import casetrail.events.cases.CaseEvent.CheckRequested;
import casetrail.events.cases.CaseEvent.CheckSubmitted;
import casetrail.events.cases.CaseEvent.ChildLinked;
import casetrail.events.cases.CaseEvent.ChildUnlinked;
import casetrail.events.cases.CaseEvent.ClockPaused;
import casetrail.events.cases.CaseEvent.ClockResumed;
import casetrail.events.cases.CaseEvent.ExtensionApproved;
import casetrail.events.cases.CaseEvent.ExtensionRejected;
import casetrail.events.cases.CaseEvent.ExtensionRequested;
import casetrail.events.cases.CaseEvent.FeedbackSubmitted;
import casetrail.events.cases.CaseEvent.FilingProposed;
import casetrail.events.cases.CaseEvent.ForceClosureRejected;
import casetrail.events.cases.CaseEvent.ForceClosureRequested;
import casetrail.events.cases.CaseEvent.HandlerAssigned;
import casetrail.events.cases.CaseEvent.HandlerReassigned;
import casetrail.events.cases.CaseEvent.HandlerRevoked;
import casetrail.events.cases.CaseEvent.HandlingCompleted;
import casetrail.events.cases.CaseEvent.OverdueAppealFiled;
import casetrail.events.cases.CaseEvent.OverdueAppealRejected;
import casetrail.events.cases.CaseEvent.OverdueAppealReviewed;
import casetrail.events.cases.CaseEvent.OverdueExempted;
import casetrail.events.cases.CaseEvent.ProgressRecorded;
import casetrail.events.cases.CaseEvent.ReportRegistered;
import casetrail.events.cases.CaseEvent.ReportRejected;
import casetrail.events.cases.CaseEvent.ResolvedOnSite;
import casetrail.events.cases.CaseEvent.ResponsibilityDecided;
import casetrail.events.cases.CaseEvent.ResponsibilityDisputeOpened;
import casetrail.events.cases.CaseEvent.RestrictionLifted;
import casetrail.events.cases.CaseEvent.ReworkOrdered;
import casetrail.events.cases.CaseEvent.SupervisionAnswered;
import casetrail.events.cases.CaseEvent.SupervisionIssued;
import casetrail.events.cases.CaseEvent.SupervisionLifted;
import casetrail.events.cases.CaseEvent.SuspensionApproved;
import casetrail.events.cases.CaseEvent.SuspensionEnded;
import casetrail.events.cases.CaseEvent.SuspensionRejected;
import casetrail.events.cases.CaseEvent.SuspensionRequested;
import casetrail.events.cases.CaseEvent.VerificationRequested;
import casetrail.events.cases.CaseEvent.VerificationSubmitted;
import casetrail.events.cases.CaseEvent.VisibilityRestricted;
import casetrail.events.cases.CaseEvent.VoidRejected;
import casetrail.events.cases.CaseEvent.VoidRequested;
import casetrail.events.cases.Transition.Target;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The life-cycle of a case as data: every transition that exists (domain 3.3). What is not here is refused. */
public final class CaseTransitions {

    private static final Set<CaseStatus> NONE = Set.of();
    private static final Set<CaseStatus> OPEN =
            where(EnumSet.complementOf(EnumSet.of(CLOSED, SELF_RESOLVED, REJECTED, MERGED, VOIDED, ARCHIVED)));
    private static final Set<CaseStatus> ANY = where(EnumSet.complementOf(EnumSet.of(ARCHIVED)));

    /** Where an overlay that is opened on an open case may still be: a case resolved on site never was one. */
    private static final Set<CaseStatus> ONCE_OPEN = where(EnumSet.complementOf(EnumSet.of(ARCHIVED, SELF_RESOLVED)));

    /** Where a unit holds the case. */
    private static final Set<CaseStatus> HELD = in(DISPATCHED, IN_PROGRESS, FEEDBACK, CHECKING, SUSPENDED);

    private static final Target SAME = new Target.Unchanged();
    private static final Target RESUMED = new Target.AsBeforeSuspension();

    /** All rows, in the order of their names. */
    public static final List<Transition> ALL = List.of(
            row("T01", REGISTER_REPORT, NONE, to(REPORTED))
                    .events(ReportRegistered.class)
                    .roles(GRID_MEMBER, CITIZEN, ACCEPTOR, SYSTEM)
                    .guards(PROBLEM_DESCRIBED, PLACE_GIVEN)
                    .done(),
            row("T02", RECORD_ON_SITE_RESOLUTION, NONE, to(SELF_RESOLVED))
                    .events(ReportRegistered.class, ResolvedOnSite.class)
                    .roles(GRID_MEMBER)
                    .guards(PROBLEM_DESCRIBED, PLACE_GIVEN, SIMPLE_PROCEDURE_ALLOWED, BEFORE_AND_AFTER_EVIDENCE)
                    .done(),
            row("T03", REQUEST_VERIFICATION, in(REPORTED), to(VERIFYING))
                    .events(VerificationRequested.class)
                    .roles(ACCEPTOR)
                    .guards(COLLECTOR_IS_GRID_MEMBER, VERIFIER_NOT_REPORTER)
                    .done(),
            row("T04", SUBMIT_VERIFICATION, in(VERIFYING), to(REPORTED))
                    .events(VerificationSubmitted.class)
                    .roles(GRID_MEMBER)
                    .guards(VERIFIER_ASSIGNED, VERIFIER_NOT_REPORTER, EVIDENCE_WHEN_EXISTS)
                    .done(),
            row("T05", PROPOSE_FILING, in(REPORTED), SAME)
                    .events(FilingProposed.class)
                    .roles(ACCEPTOR)
                    .guards(FILING_STANDARD_SELECTED)
                    .done(),
            row("T05", FILE_CASE, in(REPORTED), to(FILED))
                    .events(CaseFiled.class)
                    .roles(ACCEPTOR, SHIFT_LEADER)
                    .guards(FILING_STANDARD_SELECTED, FILING_BY_SHIFT_LEADER, VERIFIED_OR_WAIVED)
                    .done(),
            row("T06", REJECT_REPORT, in(REPORTED), to(REJECTED))
                    .events(ReportRejected.class)
                    .roles(ACCEPTOR, SHIFT_LEADER)
                    .reason()
                    .done(),
            row("T07", MERGE_INTO, in(REPORTED, FILED), to(MERGED))
                    .events(CaseMerged.class)
                    .roles(ACCEPTOR, DISPATCHER)
                    .guards(PARENT_IS_ANOTHER_CASE, PARENT_NOT_MERGED, NO_CHILDREN)
                    .done(),
            // Also a case that was itself merged a moment earlier: two mergers at once do not see each other.
            row("T07", LINK_CHILD, ANY, SAME)
                    .events(ChildLinked.class)
                    .roles(SYSTEM)
                    .guards(CHILD_NOT_LINKED)
                    .done(),
            row("T08", SPLIT_FROM_PARENT, in(MERGED), to(REPORTED))
                    .events(CaseUnmerged.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(PARENT_NOT_ARCHIVED)
                    .done(),
            row("T08", UNLINK_CHILD, ANY, SAME)
                    .events(ChildUnlinked.class)
                    .roles(SYSTEM)
                    .guards(CHILD_LINKED)
                    .done(),
            row("T09", DISPATCH_CASE, in(FILED), to(DISPATCHED))
                    .events(CaseDispatched.class)
                    .roles(DISPATCHER, SYSTEM)
                    .guards(UNIT_ALLOWED, RESPONSIBILITY_DECIDED, UNIT_AS_DECIDED)
                    .done(),
            row("T10", ACCEPT_ASSIGNMENT, in(DISPATCHED), to(IN_PROGRESS))
                    .events(AssignmentAccepted.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .done(),
            row("T11", ASSIGN_HANDLER, in(IN_PROGRESS), SAME)
                    .events(HandlerAssigned.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .guards(NO_HANDLER_ASSIGNED, HANDLER_IN_SAME_UNIT)
                    .done(),
            row("T11", REASSIGN_HANDLER, in(IN_PROGRESS), SAME)
                    .events(HandlerReassigned.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .guards(HANDLER_ASSIGNED, HANDLER_IN_SAME_UNIT, CHANGES_SOMETHING)
                    .done(),
            row("T11", REVOKE_HANDLER, in(IN_PROGRESS), SAME)
                    .events(HandlerRevoked.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .guards(HANDLER_ASSIGNED)
                    .done(),
            row("T12", RETURN_ASSIGNMENT, in(DISPATCHED, IN_PROGRESS), to(FILED))
                    .events(AssignmentReturned.class, ResponsibilityDisputeOpened.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .reason()
                    .guards(WITHIN_RETURN_WINDOW, NO_HANDLER_ASSIGNED, RESPONSIBILITY_NOT_FINAL)
                    .done(),
            row("T13", RETURN_TO_INTAKE, in(FILED), to(REPORTED))
                    .events(CaseReturnedToIntake.class)
                    .roles(DISPATCHER)
                    .reason()
                    .done(),
            row("T14", DECIDE_RESPONSIBILITY, OPEN, SAME)
                    .events(ResponsibilityDecided.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(DISPUTE_OR_RETURN)
                    .done(),
            row("T15", RECORD_PROGRESS, in(IN_PROGRESS), SAME)
                    .events(ProgressRecorded.class)
                    .roles(HANDLER, DEPT_LEAD)
                    .ownUnit()
                    .guards(ACTS_AS_ASSIGNED_HANDLER)
                    .done(),
            row("T16", REPORT_COMPLETION, in(IN_PROGRESS), new Target.MaybeTo(FEEDBACK))
                    .events(HandlingCompleted.class, FeedbackSubmitted.class)
                    .roles(HANDLER, DEPT_LEAD)
                    .ownUnit()
                    .guards(
                            ACTS_AS_ASSIGNED_HANDLER,
                            COMPLETED_ONCE,
                            COMPLETION_STEPS,
                            RESULT_GIVEN,
                            AFTER_EVIDENCE_IF_REQUIRED)
                    .done(),
            row("T16", CONFIRM_COMPLETION, in(IN_PROGRESS), to(FEEDBACK))
                    .events(FeedbackSubmitted.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .guards(HANDLING_COMPLETED, CONFIRMER_NOT_HANDLER)
                    .done(),
            row("T17", RETURN_FOR_REWORK, in(FEEDBACK), to(IN_PROGRESS))
                    .events(ReworkOrdered.class)
                    .roles(DISPATCHER, ACCEPTOR)
                    .reason()
                    .guards(CHECK_NOT_PASSED)
                    .done(),
            row("T18", REQUEST_CHECK, in(FEEDBACK), to(CHECKING))
                    .events(CheckRequested.class)
                    .roles(ACCEPTOR)
                    .guards(COLLECTOR_IS_GRID_MEMBER, CHECKER_NOT_HANDLER, CHECK_NOT_PASSED)
                    .done(),
            row("T19", SUBMIT_CHECK, in(CHECKING), to(FEEDBACK))
                    .events(CheckSubmitted.class)
                    .roles(GRID_MEMBER)
                    .guards(CHECKER_ASSIGNED, CHECKER_NOT_HANDLER, CHECKER_OTHER_UNIT, CHECK_EVIDENCE)
                    .done(),
            row("T20", CLOSE_CASE, in(FEEDBACK), to(CLOSED))
                    .events(CaseClosed.class)
                    .roles(ACCEPTOR, SHIFT_LEADER)
                    .guards(CHECK_PASSED_OR_WAIVED, CLOSER_NOT_HANDLER, CLOSER_OTHER_UNIT)
                    .done(),
            row("T21", REQUEST_FORCE_CLOSURE, in(FEEDBACK), SAME)
                    .events(ForceClosureRequested.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(FORCE_CLOSURE_NOT_PENDING, CLOSER_NOT_HANDLER, CLOSER_OTHER_UNIT)
                    .done(),
            row("T21", FORCE_CLOSE, in(FEEDBACK), to(CLOSED))
                    .events(CaseForceClosed.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(FORCE_CLOSURE_PENDING, APPROVER_NOT_REQUESTER, CLOSER_NOT_HANDLER, CLOSER_OTHER_UNIT)
                    .done(),
            row("T21", REJECT_FORCE_CLOSURE, in(FEEDBACK), SAME)
                    .events(ForceClosureRejected.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(FORCE_CLOSURE_PENDING, APPROVER_NOT_REQUESTER)
                    .done(),
            row("T22", REQUEST_EXTENSION, in(DISPATCHED, IN_PROGRESS), SAME)
                    .events(ExtensionRequested.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .reason()
                    .guards(NOT_OVERDUE, EXTENSION_NOT_PENDING, EXTENSIONS_LEFT)
                    .done(),
            row("T23", APPROVE_EXTENSION, in(DISPATCHED, IN_PROGRESS), SAME)
                    .events(ExtensionApproved.class)
                    .roles(DISPATCHER, SHIFT_LEADER)
                    .guards(EXTENSION_PENDING, APPROVER_NOT_REQUESTER, APPROVER_RANK)
                    .done(),
            row("T23", REJECT_EXTENSION, in(DISPATCHED, IN_PROGRESS), SAME)
                    .events(ExtensionRejected.class)
                    .roles(DISPATCHER, SHIFT_LEADER)
                    .reason()
                    .guards(EXTENSION_PENDING, APPROVER_NOT_REQUESTER)
                    .done(),
            row("T24", REQUEST_SUSPENSION, in(DISPATCHED, IN_PROGRESS), SAME)
                    .events(SuspensionRequested.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .reason()
                    .guards(SUSPENSION_NOT_PENDING, SUSPENSIONS_LEFT, UNTIL_WITHIN_BOUNDS)
                    .done(),
            row("T25", APPROVE_SUSPENSION, in(DISPATCHED, IN_PROGRESS), to(SUSPENDED))
                    .events(SuspensionApproved.class, ClockPaused.class)
                    .roles(SHIFT_LEADER)
                    .guards(SUSPENSION_PENDING, APPROVER_NOT_REQUESTER, UNTIL_WITHIN_BOUNDS)
                    .done(),
            row("T25", REJECT_SUSPENSION, in(DISPATCHED, IN_PROGRESS), SAME)
                    .events(SuspensionRejected.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(SUSPENSION_PENDING, APPROVER_NOT_REQUESTER)
                    .done(),
            row("T26", RESUME_CASE, in(SUSPENDED), RESUMED)
                    .events(SuspensionEnded.class, ClockResumed.class)
                    .roles(DEPT_LEAD, SHIFT_LEADER, SYSTEM)
                    .ownUnit()
                    .guards(RESUME_DUE)
                    .done(),
            row("T27", SUPERVISE, OPEN, SAME)
                    .events(SupervisionIssued.class)
                    .roles(SUPERVISOR, SHIFT_LEADER, SYSTEM)
                    .reason()
                    .guards(SUPERVISOR_OTHER_UNIT, SUPERVISION_LEVEL_RISES)
                    .done(),
            row("T27", ANSWER_SUPERVISION, HELD, SAME)
                    .events(SupervisionAnswered.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .guards(SUPERVISION_OPEN, SUPERVISION_UNANSWERED)
                    .done(),
            row("T27", LIFT_SUPERVISION, ONCE_OPEN, SAME)
                    .events(SupervisionLifted.class)
                    .roles(SUPERVISOR, SHIFT_LEADER)
                    .reason()
                    .guards(SUPERVISION_OPEN, SUPERVISOR_OTHER_UNIT)
                    .done(),
            row("T28", LINK_WHISTLE, OPEN, SAME)
                    .events(CaseWhistleOpened.class)
                    .roles(STREET_LEAD, COMMUNITY_LEAD, SHIFT_LEADER, SYSTEM)
                    .guards(WHISTLE_NOT_OPEN)
                    .done(),
            row("T28", UNLINK_WHISTLE, ONCE_OPEN, SAME)
                    .events(CaseWhistleClosed.class)
                    .roles(STREET_LEAD, COMMUNITY_LEAD, SHIFT_LEADER, SYSTEM)
                    .guards(WHISTLE_OPEN)
                    .done(),
            row("T29", LINK_DELIBERATION, OPEN, SAME)
                    .events(CaseDeliberationOpened.class)
                    .roles(STREET_LEAD, DEPT_LEAD, SYSTEM)
                    .guards(DELIBERATION_ALLOWED, DELIBERATION_NOT_OPEN)
                    .done(),
            row("T29", UNLINK_DELIBERATION, ONCE_OPEN, SAME)
                    .events(CaseDeliberationClosed.class)
                    .roles(STREET_LEAD, DEPT_LEAD, SYSTEM)
                    .guards(DELIBERATION_OPEN)
                    .done(),
            row("T30", REQUEST_VOID, in(DISPATCHED), SAME)
                    .events(VoidRequested.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(VOID_NOT_PENDING, NEVER_IN_FEEDBACK)
                    .done(),
            row("T30", VOID_CASE, in(REPORTED, FILED, DISPATCHED), to(VOIDED))
                    .events(CaseVoided.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(NEVER_IN_FEEDBACK, VOID_TWO_PERSONS)
                    .done(),
            row("T30", REJECT_VOID, in(DISPATCHED), SAME)
                    .events(VoidRejected.class)
                    .roles(SHIFT_LEADER)
                    .reason()
                    .guards(VOID_PENDING, APPROVER_NOT_REQUESTER)
                    .done(),
            row("T31", RECORD_CALLBACK, in(CLOSED, SELF_RESOLVED, REJECTED), SAME)
                    .events(CallbackRecorded.class)
                    .roles(ACCEPTOR)
                    .guards(CALLBACK_CONSISTENT)
                    .done(),
            row("T32", REOPEN_CASE, in(CLOSED), to(IN_PROGRESS))
                    .events(CaseReopened.class)
                    .roles(SHIFT_LEADER, SYSTEM)
                    .reason()
                    .guards(WITHIN_REOPENING_WINDOW, REOPEN_BY_SYSTEM)
                    .done(),
            row("T33", FILE_OVERDUE_APPEAL, in(CLOSED), SAME)
                    .events(OverdueAppealFiled.class)
                    .roles(DEPT_LEAD)
                    .ownUnit()
                    .reason()
                    .guards(WAS_OVERDUE, APPEAL_ONCE)
                    .done(),
            row("T33", REVIEW_APPEAL, in(CLOSED), SAME)
                    .events(OverdueAppealReviewed.class, OverdueExempted.class, OverdueAppealRejected.class)
                    .roles(SUPERVISOR, SHIFT_LEADER, EVALUATOR)
                    .reason()
                    .guards(APPEAL_PENDING, REVIEWER_NOT_FILER)
                    .done(),
            row("T34", ARCHIVE_CASE, in(CLOSED, SELF_RESOLVED, REJECTED, MERGED, VOIDED), to(ARCHIVED))
                    .events(CaseArchived.class)
                    .roles(SYSTEM, RECORDS_OFFICER)
                    .guards(NO_OPEN_OVERLAY, ARCHIVE_DUE)
                    .done(),
            row("T35", CORRECT_DATA, ANY, SAME)
                    .events(CaseDataCorrected.class)
                    .roles(ACCEPTOR, SHIFT_LEADER)
                    .reason()
                    .guards(CHANGES_SOMETHING)
                    .done(),
            row("T36", RESTRICT_VISIBILITY, ANY, SAME)
                    .events(VisibilityRestricted.class)
                    .roles(SHIFT_LEADER, PRIVACY_OFFICER)
                    .reason()
                    .guards(NOT_RESTRICTED)
                    .done(),
            row("T36", LIFT_RESTRICTION, ANY, SAME)
                    .events(RestrictionLifted.class)
                    .roles(SHIFT_LEADER, PRIVACY_OFFICER)
                    .reason()
                    .guards(RESTRICTED)
                    .done());

    private static final Map<CaseCommandName, Transition> BY_COMMAND =
            new EnumMap<>(ALL.stream().collect(Collectors.toMap(Transition::command, t -> t)));

    private CaseTransitions() {}

    /** The row of a command; every command has exactly one. */
    public static Transition of(CaseCommandName command) {
        var row = BY_COMMAND.get(command);
        if (row == null) {
            throw new IllegalStateException("no transition for " + command);
        }
        return row;
    }

    private static Set<CaseStatus> in(CaseStatus first, CaseStatus... more) {
        return where(EnumSet.of(first, more));
    }

    private static Set<CaseStatus> where(Set<CaseStatus> states) {
        return Set.copyOf(states);
    }

    private static Target to(CaseStatus status) {
        return new Target.To(status);
    }

    private static Row row(String id, CaseCommandName command, Set<CaseStatus> from, Target target) {
        return new Row(id, command, from, target, List.of(), Set.of(), false, false, List.of());
    }

    /** A row while it is being written down above. */
    private record Row(
            String id,
            CaseCommandName command,
            Set<CaseStatus> from,
            Target target,
            List<Class<? extends CaseEvent>> events,
            Set<Role> who,
            boolean own,
            boolean why,
            List<Guard> conditions) {

        @SafeVarargs
        @SuppressWarnings("varargs") // the array is only read, by List.of
        final Row events(Class<? extends CaseEvent>... all) {
            return new Row(id, command, from, target, List.of(all), who, own, why, conditions);
        }

        Row roles(Role... all) {
            return new Row(id, command, from, target, events, Set.of(all), own, why, conditions);
        }

        Row ownUnit() {
            return new Row(id, command, from, target, events, who, true, why, conditions);
        }

        Row reason() {
            return new Row(id, command, from, target, events, who, own, true, conditions);
        }

        Row guards(Guard... all) {
            return new Row(id, command, from, target, events, who, own, why, List.of(all));
        }

        Transition done() {
            return new Transition(id, command, from, target, events, who, own, why, conditions);
        }
    }
}
