package casetrail.command.cases.http;

import casetrail.edge.vault.Vault;
import casetrail.events.Purpose;
import casetrail.events.Sealed;
import casetrail.events.cases.CaseId;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Seals the texts of one request under the keys of its case. */
interface Sealing {

    Sealed seal(Purpose purpose, String field, String text);

    default Sealed text(String field, String text) {
        return seal(Purpose.FREE_TEXT, field, text);
    }

    default @Nullable Sealed textIfAny(String field, @Nullable String text) {
        return text == null ? null : text(field, text);
    }

    default @Nullable Sealed contactIfAny(@Nullable String text) {
        return text == null ? null : seal(Purpose.CONTACT, "contact", text);
    }

    static Sealing with(Vault vault, CaseId caseId) {
        return (purpose, field, text) -> vault.seal(caseId.value(), purpose, field, text);
    }

    /**
     * Stands in where nothing may come of the command: in a dry run, or where it is sure to be refused. No rule looks at sealed values, and
     * no key is made for a case that does not come to be.
     */
    static Sealing nothing(CaseId caseId) {
        var empty = Base64.getEncoder().encodeToString(new byte[] {0});
        return (purpose, field, text) -> new Sealed(caseId.value(), purpose, field, empty);
    }
}
