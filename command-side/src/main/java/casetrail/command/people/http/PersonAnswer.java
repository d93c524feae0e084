package casetrail.command.people.http;

import casetrail.command.people.PersonState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person as clients see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonAnswer(String person, @Nullable String account, boolean open, long version, List<GrantAnswer> grants) {

    /** One grant, in whatever phase. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantAnswer(
            String grant,
            String role,
            @Nullable String unit,
            Instant from,
            @Nullable Instant until,
            String phase) {}

    static PersonAnswer of(PersonState state) {
        return new PersonAnswer(
                Objects.requireNonNull(state.person()).value(),
                state.account() == null ? null : state.account().value(),
                state.open(),
                state.sequence(),
                state.grants().stream().map(PersonAnswer::grant).toList());
    }

    private static GrantAnswer grant(PersonState.Grant g) {
        return new GrantAnswer(
                g.id().value(),
                g.role().name(),
                g.unit() == null ? null : g.unit().value(),
                g.from(),
                g.until(),
                g.phase().name());
    }
}
