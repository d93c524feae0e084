package casetrail.query.casefile;

/**
 * A constant for programs with its words for people.
 *
 * @param code never renamed
 * @param words in the language of the answer
 */
public record Coded(String code, String words) {}
