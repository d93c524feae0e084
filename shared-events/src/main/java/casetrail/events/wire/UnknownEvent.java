package casetrail.events.wire;

import casetrail.events.Bounded;

/** The log holds an event that this version of the program cannot read; the reader stops, nothing is skipped. */
public class UnknownEvent extends RuntimeException {

    private static final long serialVersionUID = 1;

    private UnknownEvent(String message) {
        super(message);
    }

    static UnknownEvent name(String name) {
        return new UnknownEvent(
                "the log holds an event named '%s', which this version does not know; a newer version wrote it"
                        .formatted(Bounded.shown(name)));
    }

    static UnknownEvent revision(String name, int revision, int newest) {
        return new UnknownEvent(
                "the log holds '%s' in revision %d, this version knows 1 to %d; a newer version wrote it"
                        .formatted(Bounded.shown(name), revision, newest));
    }
}
