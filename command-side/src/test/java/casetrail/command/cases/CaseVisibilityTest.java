package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.refusals.RefusalCode;
import org.junit.jupiter.api.Test;

class CaseVisibilityTest {

    private final Story restricted =
            Stories.did(Stories.in(CaseStatus.CHECKING), Cast.SHIFT_LEADER, CaseCommandName.RESTRICT_VISIBILITY);

    @Test
    void a_restricted_case_is_known_to_its_unit_to_those_involved_and_to_who_works_on_any_case() {
        for (var who : new Actor[] {
            Cast.LEAD,
            Cast.OTHER_LEAD,
            Cast.HANDLER,
            Cast.REPORTER,
            Cast.COLLECTOR,
            Cast.SHIFT_LEADER,
            Cast.OTHER_SHIFT_LEADER,
            Cast.PRIVACY_OFFICER,
            Cast.AUDITOR,
            Cast.ACCEPTOR,
            Cast.DISPATCHER,
            Cast.STREET_LEAD,
            Cast.SUPERVISOR,
            Cast.EVALUATOR,
            Cast.RECORDS_OFFICER,
            Cast.SYSTEM
        }) {
            assertThat(CaseVisibility.mayKnow(restricted.state(), who))
                    .as("%s", who)
                    .isTrue();
        }
        for (var who : new Actor[] {
            Cast.ADMIN, Cast.ANALYST, Cast.ROADS_LEAD, Cast.OTHER_COLLECTOR, Cast.COMMUNITY_LEAD, Cast.CITIZEN
        }) {
            assertThat(CaseVisibility.mayKnow(restricted.state(), who))
                    .as("%s", who)
                    .isFalse();
            restricted.refused(who, Asks.of(CaseCommandName.RECORD_CALLBACK, restricted.now()), RefusalCode.NOT_FOUND);
        }
    }

    @Test
    void whoever_had_a_hand_in_it_or_was_put_on_it_stays_involved_also_in_another_role() {
        var story = Stories.did(Stories.reported(), Cast.ACCEPTOR, CaseCommandName.PROPOSE_FILING);
        Stories.did(story, Cast.ACCEPTOR, CaseCommandName.REQUEST_VERIFICATION);
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.RESTRICT_VISIBILITY);
        for (var who : new Actor[] {Cast.ACCEPTOR, Cast.COLLECTOR, Cast.SHIFT_LEADER}) {
            assertThat(CaseVisibility.mayKnow(story.state(), Cast.as(who, Role.HANDLER, Cast.ROADS)))
                    .as("%s", who)
                    .isTrue();
        }
        assertThat(CaseVisibility.mayKnow(story.state(), Cast.as(Cast.DISPATCHER, Role.HANDLER, Cast.ROADS)))
                .isFalse();
    }

    @Test
    void to_claim_that_it_is_on_behalf_of_somebody_involved_opens_nothing() {
        var claiming = Cast.onBehalfOf(Cast.ROADS_LEAD, Cast.REPORTER);

        assertThat(CaseVisibility.mayKnow(restricted.state(), claiming)).isFalse();
        assertThat(CaseVisibility.mayKnow(
                        Variants.publicReport().state(),
                        Cast.onBehalfOf(Cast.actor("citizen-2", Role.CITIZEN, null), Cast.CITIZEN)))
                .isFalse();
    }

    @Test
    void a_reporter_knows_the_own_case_only() {
        assertThat(CaseVisibility.mayKnow(Variants.publicReport().state(), Cast.CITIZEN))
                .isTrue();
        assertThat(CaseVisibility.mayKnow(Stories.reported().state(), Cast.CITIZEN))
                .isFalse();
        assertThat(CaseVisibility.mayKnow(CaseState.NONE, Cast.CITIZEN)).isTrue();
    }
}
