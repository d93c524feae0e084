package casetrail.views;

import casetrail.events.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * The last document of a page, behind which the next one begins.
 *
 * @param value what it had in the field of the {@link Order}; absent if nothing, or if the order has no field
 */
public record After(@Nullable Value value, StreamId stream) {}
