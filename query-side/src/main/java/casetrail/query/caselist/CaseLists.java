package casetrail.query.caselist;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.views.Views;
import casetrail.query.asking.Freshness;
import casetrail.query.asking.KnownTo;
import casetrail.query.asking.Page;
import casetrail.query.asking.Parameters;
import casetrail.query.casefile.Tongue;
import casetrail.views.Condition;
import casetrail.views.Scope;
import casetrail.views.Value;
import casetrail.views.ViewReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads lists of cases for who asks; nothing that the asker may not know of is in any of them. Safe for many threads. */
final class CaseLists {

    private final ViewReader<CaseListing> reader;
    private final Freshness freshness;
    private final InstantSource clock;

    CaseLists(Views views, Freshness freshness, InstantSource clock) {
        this.reader = views.reader(CaseList.CASES);
        this.freshness = freshness;
        this.clock = clock;
    }

    ViewReader<CaseListing> reader() {
        return reader;
    }

    /** The moment that overdue and ages are counted from. */
    Instant now() {
        return clock.instant();
    }

    /** Waits for the position that is asked for. */
    void await(@Nullable Long position) {
        freshness.await(CaseList.CASES.name(), position);
    }

    /**
     * A page of the cases that a question means.
     *
     * @param among what else must hold
     * @throws RefusedException telling every fault of the question, or that the view is not there yet
     */
    CaseRows read(Parameters asked, String path, Condition among, Sorting sorting, Reader of) {
        var now = now();
        var where = CaseFilters.read(asked, now);
        var order = Sorting.asked(asked, sorting);
        var page = Page.of(asked, path, CaseList.CASES.shape().kind(Objects.requireNonNull(order.field())));
        var position = Freshness.asked(asked);
        asked.refuseFaults();
        await(position);
        var scope = KnownTo.scope(of.asker(), of.purpose());
        var rows = page.read(reader, scope, among.and(where), order, CaseLists::sorted);
        return new CaseRows(
                rows.rows().stream()
                        .map(kept -> CaseRow.of(kept.value(), now, of.tongue()))
                        .toList(),
                now,
                rows.next());
    }

    /**
     * Who reads.
     *
     * @param purpose what for
     */
    record Reader(Asker asker, String purpose, Tongue tongue) {

        Scope scope() {
            return KnownTo.scope(asker, purpose);
        }
    }

    private static @Nullable Value sorted(String name, CaseListing listing) {
        for (var field : CaseList.CASES.fields()) {
            if (field.name().equals(name)) {
                return field.of().apply(listing);
            }
        }
        throw new IllegalArgumentException("the list of cases has no field '%s'".formatted(name));
    }
}
