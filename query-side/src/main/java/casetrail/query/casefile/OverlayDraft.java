package casetrail.query.casefile;

import casetrail.events.PersonId;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.RestrictionGround;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs beside the state, while one event is folded in. */
final class OverlayDraft {

    final List<StreamId> whistles = new ArrayList<>();
    final List<StreamId> deliberations = new ArrayList<>();

    @Nullable
    RestrictionGround restricted;

    CaseFile.@Nullable Supervision supervision;
    boolean disputed;
    CaseFile.@Nullable ExtensionWish extension;
    CaseFile.@Nullable SuspensionWish suspensionWish;
    CaseFile.@Nullable Suspension suspension;

    @Nullable
    PersonId forceClosureRequestedBy;

    @Nullable
    PersonId voidRequestedBy;

    OverlayDraft() {}

    OverlayDraft(CaseFile.Overlays before) {
        whistles.addAll(before.whistles());
        deliberations.addAll(before.deliberations());
        restricted = before.restricted();
        supervision = before.supervision();
        disputed = before.disputed();
        extension = before.extension();
        suspensionWish = before.suspensionWish();
        suspension = before.suspension();
        forceClosureRequestedBy = before.forceClosureRequestedBy();
        voidRequestedBy = before.voidRequestedBy();
    }

    /** The overlays in that state. A request lapses, without an event of its own, where nobody will be able to answer it. */
    CaseFile.Overlays done(CaseStatus status) {
        boolean handled = status == CaseStatus.DISPATCHED || status == CaseStatus.IN_PROGRESS;
        // More time still matters after a suspension.
        extension = handled || status == CaseStatus.SUSPENDED ? extension : null;
        suspensionWish = handled ? suspensionWish : null;
        forceClosureRequestedBy = status == CaseStatus.FEEDBACK ? forceClosureRequestedBy : null;
        voidRequestedBy = status == CaseStatus.DISPATCHED ? voidRequestedBy : null;
        return new CaseFile.Overlays(
                restricted,
                supervision,
                whistles,
                deliberations,
                disputed,
                extension,
                suspensionWish,
                suspension,
                forceClosureRequestedBy,
                voidRequestedBy);
    }
}
