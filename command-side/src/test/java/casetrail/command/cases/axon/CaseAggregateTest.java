package casetrail.command.cases.axon;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.cases.Asks;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CasePolicy;
import casetrail.command.cases.Cast;
import casetrail.command.cases.Stories;
import casetrail.command.cases.Story;
import casetrail.events.Actor;
import casetrail.events.Envelope;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.rules.clocks.ElapsedHours;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell alone: that orders reach the rules with the folded state, and that what the rules say is done. */
class CaseAggregateTest {

    private final AggregateTestFixture<CaseAggregate> fixture = new AggregateTestFixture<>(CaseAggregate.class);

    @BeforeEach
    void orders_find_their_case() {
        fixture.registerCommandTargetResolver(new CaseTarget());
    }

    @Test
    void a_report_begins_a_case() {
        var story = new Story();
        var order = order(story, Cast.REPORTER, CaseCommandName.REGISTER_REPORT);
        var expected = Stories.in(CaseStatus.REPORTED).events().getFirst().event();
        fixture.givenNoPriorActivity()
                .when(request(order))
                .expectSuccessfulHandlerExecution()
                .expectEvents(expected)
                .expectResultMessagePayload(new CaseAnswer(0, CaseStatus.REPORTED, false));
    }

    @Test
    void another_command_about_no_case_finds_nothing() {
        var story = Stories.in(CaseStatus.DISPATCHED);
        fixture.givenNoPriorActivity()
                .when(request(order(story, Cast.LEAD, CaseCommandName.ACCEPT_ASSIGNMENT)))
                .expectNoEvents()
                .expectException(CommandRefused.class)
                .expectExceptionDetails(Refusal.of(RefusalCode.NOT_FOUND).with("id", Asks.CASE));
    }

    @Test
    void an_order_is_decided_on_what_was_folded() {
        var story = Stories.in(CaseStatus.DISPATCHED);
        given(story)
                .when(request(order(story, Cast.LEAD, CaseCommandName.ACCEPT_ASSIGNMENT)))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(new CaseAnswer(3, CaseStatus.IN_PROGRESS, false));
    }

    @Test
    void a_refusal_travels_as_data_and_leaves_no_event() {
        var story = Stories.in(CaseStatus.CLOSED);
        given(story)
                .when(request(order(story, Cast.LEAD, CaseCommandName.ACCEPT_ASSIGNMENT)))
                .expectNoEvents()
                .expectExceptionDetails(Refusal.class);
    }

    @Test
    void the_metadata_of_an_event_is_exactly_its_envelope() {
        var story = Stories.in(CaseStatus.DISPATCHED);
        given(story).when(request(order(story, Cast.LEAD, CaseCommandName.ACCEPT_ASSIGNMENT)));
        var event = fixture.getEventStore()
                .readEvents(Asks.CASE.value())
                .asStream()
                .toList()
                .getLast();
        assertThat(event.getMetaData()).containsOnlyKeys(Envelope.METADATA_KEY);
        assertThat(CaseMessages.envelope(event.getMetaData()).ruleVersions())
                .containsEntry("policy", "built-in@1")
                .containsEntry("clocks", "elapsed-hours@1");
    }

    private TestExecutor<CaseAggregate> given(Story story) {
        return fixture.given(story.events().stream()
                .map(e -> (DomainEventMessage<?>) new GenericDomainEventMessage<>(
                        "case", e.stream().value(), e.sequence(), e.event(), CaseMessages.metaData(e.envelope())))
                .toList());
    }

    private static CaseOrder order(Story story, Actor actor, CaseCommandName name) {
        return story.order(actor, Asks.of(name, story.now()));
    }

    private static CaseRequest request(CaseOrder order) {
        return new CaseRequest(order, CasePolicy.BUILT_IN, ElapsedHours.PROFILE, "test");
    }
}
