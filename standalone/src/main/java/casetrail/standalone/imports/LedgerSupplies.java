package casetrail.standalone.imports;

import casetrail.command.numbers.CaseNumbers;
import casetrail.command.people.PersonOutcome;
import casetrail.command.people.http.Accounts;
import casetrail.edge.identity.Directory;
import casetrail.edge.vault.Vault;
import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.Purpose;
import casetrail.events.Sealed;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.refusals.RefusalCode;
import java.time.InstantSource;

/** Numbers, keys and people as everybody else gets them. The stand-ins of a foreign city become persons without an account. */
final class LedgerSupplies implements Supplies {

    private final CaseNumbers numbers;
    private final Vault vault;
    private final Accounts accounts;
    private final Directory directory;
    private final InstantSource clock;

    LedgerSupplies(CaseNumbers numbers, Vault vault, Accounts accounts, Directory directory, InstantSource clock) {
        this.numbers = numbers;
        this.vault = vault;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public CaseNumber number() {
        return numbers.next(clock.instant());
    }

    @Override
    public void introduce(Actor actor) {
        if (!directory.knows(actor.person())) {
            done(accounts.registerWithoutAccount(Actor.SYSTEM, Channel.IMPORT, actor.person()));
        }
        var now = clock.instant();
        boolean holds = actor.unit() == null
                ? directory.holds(actor.person(), actor.role(), now)
                : directory.unitsOf(actor.person(), actor.role(), now).contains(actor.unit());
        if (!holds) {
            done(accounts.grant(Actor.SYSTEM, Channel.IMPORT, actor.person(), actor.role(), actor.unit()));
        }
    }

    @Override
    public Sealed seal(CaseId caseId, String field, String words) {
        return vault.seal(caseId.value(), Purpose.FREE_TEXT, field, words);
    }

    /** Another process may have been quicker; then it is so already. */
    private static void done(PersonOutcome outcome) {
        if (outcome instanceof PersonOutcome.Refused(var refusal) && refusal.code() != RefusalCode.ALREADY_SO) {
            throw new ImportStopped("an actor of the import could not be introduced: " + refusal.code());
        }
    }
}
