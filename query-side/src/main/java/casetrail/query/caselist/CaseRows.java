package casetrail.query.caselist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of cases.
 *
 * @param at the moment that remaining times are counted from
 * @param next the address of the next page, also in the header {@code Link}; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseRows(List<CaseRow> cases, Instant at, @Nullable String next) {}
