package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.refusals.RefusalCode;
import org.junit.jupiter.api.Test;

class CaseVisibilityTest {

    private final Story restricted =
            Stories.did(Stories.in(CaseStatus.CHECKING), Cast.SHIFT_LEADER, CaseCommandName.RESTRICT_VISIBILITY);

    @Test
    void a_restricted_case_is_known_to_its_unit_to_those_involved_and_to_those_who_keep_restrictions() {
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
            Cast.SYSTEM
        }) {
            assertThat(CaseVisibility.mayKnow(restricted.state(), who))
                    .as("%s", who)
                    .isTrue();
        }
        for (var who : new Actor[] {Cast.ADMIN, Cast.ANALYST, Cast.ROADS_LEAD, Cast.OTHER_COLLECTOR, Cast.CITIZEN}) {
            assertThat(CaseVisibility.mayKnow(restricted.state(), who))
                    .as("%s", who)
                    .isFalse();
            restricted.refused(who, Asks.of(CaseCommandName.RECORD_CALLBACK, restricted.now()), RefusalCode.NOT_FOUND);
        }
    }

    @Test
    void who_proposed_the_filing_and_who_was_asked_to_verify_stay_involved() {
        var story = Stories.did(Stories.reported(), Cast.ACCEPTOR, CaseCommandName.PROPOSE_FILING);
        Stories.did(story, Cast.ACCEPTOR, CaseCommandName.REQUEST_VERIFICATION);
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.RESTRICT_VISIBILITY);
        assertThat(CaseVisibility.mayKnow(story.state(), Cast.ACCEPTOR)).isTrue();
        assertThat(CaseVisibility.mayKnow(story.state(), Cast.COLLECTOR)).isTrue();
        assertThat(CaseVisibility.mayKnow(story.state(), Cast.DISPATCHER)).isFalse();
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
