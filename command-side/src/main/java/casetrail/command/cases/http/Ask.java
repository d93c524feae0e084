package casetrail.command.cases.http;

import casetrail.edge.identity.ActingWish;
import casetrail.edge.identity.Asker;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One command as somebody asks for it, before anything of it was looked at.
 *
 * @param caseId the case it is for; absent exactly for a new case
 * @param version the version that the asker saw
 * @param key by which a repeat is known
 * @param dryRun whether only to say what would become of it
 */
record Ask(
        CaseCommandName command,
        @Nullable CaseId caseId,
        JsonNode body,
        @Nullable Long version,
        @Nullable String key,
        Asker asker,
        ActingWish wish,
        boolean dryRun,
        Places places) {

    /** The same of somebody who saw that version. */
    Ask having(@Nullable Long seen) {
        return new Ask(command, caseId, body, seen, key, asker, wish, dryRun, places);
    }

    /** Where its parts stand in the request, for telling faults: a JSON pointer to the body, and names of key and person. */
    record Places(String body, String key, String onBehalfOf) {

        static final Places SINGLE = new Places("", "header:Idempotency-Key", "header:" + ActingWish.ON_BEHALF_OF);
    }
}
