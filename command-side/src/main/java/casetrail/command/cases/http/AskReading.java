package casetrail.command.cases.http;

import casetrail.edge.attachments.Attachments;
import casetrail.edge.identity.Directory;
import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.Channel;
import casetrail.events.RequestKey;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an ask and finds all of its faults. Safe for many threads. */
final class AskReading {

    /** The ways that a person can name; the others are for machines with paths of their own. */
    static final Set<Channel> CHANNELS =
            Set.of(Channel.WEB, Channel.WINDOW, Channel.MOBILE, Channel.OFFLINE, Channel.HOTLINE);

    private static final String LOCAL_OPERATOR = "local";
    private static final Sha256 NO_BODY = new Sha256("0".repeat(64));

    private final Attachments attachments;
    private final Directory directory;

    AskReading(Attachments attachments, Directory directory) {
        this.attachments = attachments;
        this.directory = directory;
    }

    /** A well-formed ask. */
    record Read(CaseRequest request, About about) {

        boolean sealsText() {
            return request.sealsText() || about.sealsText();
        }
    }

    /**
     * The request, if nothing is wrong with it.
     *
     * @throws RefusedException telling every fault, also those found before
     */
    Read read(Ask ask, Violations violations) {
        var form = RequestForm.of(ask.command()).orElseThrow(() -> onlyTheSystem(ask));
        checkKey(ask, violations);
        var onBehalfOf = ask.wish().onBehalfOf();
        if (onBehalfOf != null && !directory.knows(onBehalfOf)) {
            violations.add(ask.places().onBehalfOf(), FaultRule.NOT_KNOWN, Map.of("value", onBehalfOf));
        }
        var reader = new RequestReader(violations, attachments::has);
        var records = reader.read(ask.body(), ask.places().body(), List.of(form.type(), About.class));
        if (records.size() == 2 && records.get(1) instanceof About about) {
            checkChannel(ask, about, violations);
            violations.refuseIfAny();
            return new Read(form.request(records.getFirst()), about);
        }
        throw violations.refusal();
    }

    private static void checkKey(Ask ask, Violations violations) {
        if (ask.key() == null && ask.caseId() == null && !ask.dryRun()) {
            violations.add(ask.places().key(), FaultRule.MISSING);
        }
        violations.optional(ask.places().key(), ask.key(), key -> new RequestKey("-", key, NO_BODY));
    }

    private static void checkChannel(Ask ask, About about, Violations violations) {
        var channel = about.channel();
        boolean importing =
                channel == Channel.IMPORT && ask.asker().session().id().equals(LOCAL_OPERATOR);
        if (channel != null && !CHANNELS.contains(channel) && !importing) {
            violations.add(
                    ask.places().body() + "/channel",
                    FaultRule.NOT_ONE_OF,
                    Map.of(
                            "value",
                            channel,
                            "known",
                            CHANNELS.stream().map(Channel::name).sorted().collect(Collectors.joining(", "))));
        }
    }

    private static RefusedException onlyTheSystem(Ask ask) {
        var roles = CaseTransitions.of(ask.command()).roles().stream()
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE).with("allowed", roles));
    }
}
