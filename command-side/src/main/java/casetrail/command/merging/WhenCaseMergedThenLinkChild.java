package casetrail.command.merging;

import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseFacts;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.Circumstances;
import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Reason;
import casetrail.events.Recorded;
import casetrail.events.RequestKey;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case that is merged into another is linked there, and unlinked when it stands alone again. Pure: the order that an event asks
 * for is always the same, key included, so carrying it out twice does it once.
 */
public final class WhenCaseMergedThenLinkChild {

    /** The stored names of the events that ask for something. */
    public static final Set<String> NAMES = Set.of("case.merged", "case.unmerged");

    private static final String CLIENT = "reaction-merging";
    private static final Reason REASON = new Reason("MERGED_CASE_CHANGED", null);

    private WhenCaseMergedThenLinkChild() {}

    /** The order that an event asks for, if it does. */
    public static Optional<CaseOrder> order(Recorded<?> recorded, Instant now) {
        return switch (recorded.event()) {
            case CaseEvent.CaseMerged e ->
                Optional.of(order(recorded, new CaseCommand.LinkChild(e.parent(), e.caseId()), now));
            case CaseEvent.CaseUnmerged e ->
                Optional.of(order(recorded, new CaseCommand.UnlinkChild(e.parent(), e.caseId()), now));
            default -> Optional.empty();
        };
    }

    private static CaseOrder order(Recorded<?> cause, CaseCommand command, Instant now) {
        var circumstances = new Circumstances(
                Actor.SYSTEM,
                Channel.SYSTEM,
                REASON,
                now,
                now,
                Assurance.FIRST_HAND,
                List.of(),
                new RequestKey(CLIENT, cause.eventId(), body(command)),
                cause.envelope().correlationId(),
                cause.eventId(),
                CaseFacts.NONE);
        return new CaseOrder(command, circumstances, null);
    }

    private static Sha256 body(CaseCommand command) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = command.name() + " " + command.caseId();
            return new Sha256(HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
