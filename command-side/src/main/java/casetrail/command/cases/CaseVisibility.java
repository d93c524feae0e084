package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.cases.CaseAudience;

/** Who may know of a case. To everybody else it is as if there were none. */
public final class CaseVisibility {

    private CaseVisibility() {}

    /**
     * As {@link CaseAudience} says. What counts is who asks: to claim that it is done on behalf of somebody involved opens nothing.
     */
    public static boolean mayKnow(CaseState state, Actor actor) {
        return !state.exists()
                || CaseAudience.of(actor.role())
                        .mayKnow(
                                state.overlays().restricted(),
                                state.isHeldBy(actor.unit()),
                                state.people().contains(actor.person()));
    }
}
