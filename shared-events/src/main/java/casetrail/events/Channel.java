package casetrail.events;

/** The way by which a fact came in. */
public enum Channel {
    WEB,
    WINDOW,
    MOBILE,
    /** Noted in the field without a connection, sent later; may claim an earlier time. */
    OFFLINE,
    HOTLINE,
    OPEN311,
    DEVICE,
    /** Foreign history taken over; may claim an earlier time, of lower assurance. */
    IMPORT,
    SYSTEM;

    /** Whether facts by this channel may claim to have happened earlier than they are recorded. */
    public boolean mayBackdate() {
        return this == OFFLINE || this == IMPORT;
    }
}
