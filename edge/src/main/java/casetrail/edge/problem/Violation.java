package casetrail.edge.problem;

import java.util.SortedMap;

/**
 * One fault of a request.
 *
 * @param pointer where: a JSON pointer into the body ({@code /location/point}), or {@code header:Name}, {@code query:name}, {@code path:name}
 * @param rule which rule is broken
 * @param facts what the words need; bounded
 */
public record Violation(String pointer, FaultRule rule, SortedMap<String, String> facts) {}
