package casetrail.events.wire;

import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of the closed table: a stored name, the record it is read into, and how older revisions become the newest.
 *
 * @param upcasts the step from revision 1 to 2, from 2 to 3, and so on; the newest revision is one more than their number
 */
public record EventType<E>(String name, Class<E> record, List<UnaryOperator<ObjectNode>> upcasts) {

    public EventType {
        upcasts = List.copyOf(upcasts);
    }

    /** An event whose first revision is its newest. */
    static <E> EventType<E> first(String name, Class<E> record) {
        return new EventType<>(name, record, List.of());
    }

    /** The name and revision that new events are stored under. */
    public StoredName stored() {
        return new StoredName(name, upcasts.size() + 1);
    }
}
