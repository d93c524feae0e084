package casetrail.architecture.planted.events;

import org.springframework.context.ApplicationContext;

/** Offends: events see nobody. */
final class EventThatSeesSpring {
    private EventThatSeesSpring() {}

    static String name(ApplicationContext context) {
        return context.getApplicationName();
    }
}
