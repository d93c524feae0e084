package casetrail.events.refusals;

import java.util.Locale;

/** The public codes of refusals; each has one page in {@code docs/errors}. A code is never renamed. */
public enum RefusalCode {
    /** There is no such thing, or the asker may not know of it. */
    NOT_FOUND,
    /** The life-cycle has no such step from the state the case is in. */
    ILLEGAL_TRANSITION,
    /** The asker's role may not do this. */
    FORBIDDEN_ROLE,
    /** The asker does not act for the unit that holds the case. */
    NOT_OWN_UNIT,
    /** Nobody verifies, checks, closes or approves what that person handled or asked for. */
    SEPARATION_OF_DUTIES,
    /** Another condition of the step does not hold; the guard says which. */
    GUARD_FAILED,
    /** The step needs a reason. */
    REASON_REQUIRED,
    /** This channel may not claim an earlier time, or not one so early, or the claim lies in the future. */
    TIME_NOT_ALLOWED,
    /** The request is not well formed; every fault is listed. */
    INVALID_REQUEST,
    /** The idempotency key was used for another request. */
    KEY_REUSED,
    /** The version that the asker saw is not the newest. */
    STALE_VERSION,
    /** The step needs the version that the asker saw ({@code If-Match}). */
    VERSION_REQUIRED,
    /** A second person is needed. */
    SECOND_PERSON_REQUIRED,
    /** It is already so. */
    ALREADY_SO,
    /** The version of the view is not built, so it cannot be read. */
    VERSION_NOT_WHOLE,
    /** The versions of the view are not known to hold the same. */
    VERSIONS_DIFFER,
    /** The version of the view is the one that is read. */
    VERSION_IN_USE,
    /** As many versions of the view stand beside each other as may. */
    TOO_MANY_VERSIONS,
    /** Who is asking is not known. */
    NOT_AUTHENTICATED,
    /** The body, a text or a list is larger than its bound. */
    TOO_LARGE,
    /** The type of the content is not accepted. */
    UNSUPPORTED_TYPE,
    /** The path knows no such method. */
    METHOD_NOT_ALLOWED,
    /** The answer cannot be given in a type that is accepted. */
    NOT_ACCEPTABLE,
    /** Too much is asked at once; the same request may succeed later. */
    TOO_MANY_REQUESTS,
    /** A part of the system does not answer; the same request may succeed later. */
    UNAVAILABLE,
    /** A defect of ours; it is logged under the number given. */
    DEFECT;

    /** As it stands in the problem's {@code type} and in the name of its page, for example {@code illegal-transition}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
