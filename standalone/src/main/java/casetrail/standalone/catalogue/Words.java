package casetrail.standalone.catalogue;

import org.jspecify.annotations.Nullable;

/** The same words in Chinese and, where somebody wrote them, in English. */
public record Words(String chinese, @Nullable String english) {}
