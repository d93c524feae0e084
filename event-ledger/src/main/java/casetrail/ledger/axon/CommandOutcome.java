package casetrail.ledger.axon;

import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command that was carried out; what it appended is on disk.
 *
 * @param answer what the handler returned
 * @param version the stream's newest sequence number; empty if the handler is no aggregate's
 * @param position of the last event it appended; empty if it appended none
 */
public record CommandOutcome(@Nullable Object answer, OptionalLong version, OptionalLong position) {

    static final String VERSION_KEY = "casetrail.version";
    static final String POSITION_KEY = "casetrail.position";

    static CommandOutcome of(CommandResultMessage<?> result) {
        return new CommandOutcome(
                result.getPayload(),
                number(result.getMetaData(), VERSION_KEY),
                number(result.getMetaData(), POSITION_KEY));
    }

    private static OptionalLong number(MetaData metaData, String key) {
        return metaData.get(key) instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }
}
