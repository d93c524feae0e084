package casetrail.standalone.demo;

import casetrail.command.cases.CaseFacts;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Circumstances;
import casetrail.command.numbers.CaseNumbers;
import casetrail.edge.engine.MovableClock;
import casetrail.edge.vault.Vault;
import casetrail.events.Assurance;
import casetrail.events.Purpose;
import casetrail.events.Reason;
import casetrail.events.RequestKey;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.EvidenceStage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where the playbook is performed: moves the clock to each deed and gives the order. Deeds of different cases close together share a commit. */
final class Stage implements Props {

    private static final Duration TOGETHER = Duration.ofMinutes(5);
    private static final int TOGETHER_MAX = 16;

    private final Cases cases;
    private final CaseNumbers numbers;
    private final Vault vault;
    private final PictureBook pictures;
    private final MovableClock clock;

    Stage(Cases cases, CaseNumbers numbers, Vault vault, PictureBook pictures, MovableClock clock) {
        this.cases = cases;
        this.numbers = numbers;
        this.vault = vault;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Performs all deeds in order; those that were performed before are recognised and change nothing. */
    void perform(List<Playbook.Timed> deeds) {
        var together = new ArrayList<Playbook.Timed>();
        var involved = new HashSet<CaseId>();
        for (var timed : deeds) {
            boolean apart = !together.isEmpty()
                    && (together.size() == TOGETHER_MAX
                            || involved.contains(timed.deed().caseId())
                            || Duration.between(together.getFirst().at(), timed.at())
                                            .compareTo(TOGETHER)
                                    > 0);
            if (apart) {
                performTogether(together);
                together.clear();
                involved.clear();
            }
            together.add(timed);
            involved.add(timed.deed().caseId());
        }
        performTogether(together);
    }

    private void performTogether(List<Playbook.Timed> deeds) {
        if (deeds.isEmpty()) {
            return;
        }
        // What each of them decides is dated by its own moment; the log hears of all of them at the last one's.
        clock.standAt(deeds.getLast().at());
        var answers = deeds.stream().map(t -> cases.obey(order(t))).toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        for (int i = 0; i < deeds.size(); i++) {
            if (answers.get(i).join() instanceof CaseOutcome.Refused(var refusal)) {
                var deed = deeds.get(i).deed();
                throw new DemoStopped("deed %d of %s was refused: %s %s %s"
                        .formatted(deed.number(), deed.caseId(), refusal.code(), refusal.guard(), refusal.facts()));
            }
        }
    }

    private CaseOrder order(Playbook.Timed timed) {
        var deed = timed.deed();
        var key = deed.caseId() + "/" + deed.number();
        var circumstances = new Circumstances(
                deed.actor(),
                deed.channel(),
                reason(deed),
                timed.at(),
                timed.at(),
                Assurance.FIRST_HAND,
                List.of(),
                new RequestKey(Playbook.CLIENT, key, sha256(key)),
                key,
                null,
                CaseFacts.NONE);
        return new CaseOrder(deed.command().apply(this), circumstances, null);
    }

    private @Nullable Reason reason(Deed deed) {
        var motive = deed.reason();
        return motive == null ? null : new Reason(motive.code(), seal(deed.caseId(), "reason", motive.words()));
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public CaseNumber number() {
        return numbers.next(clock.instant());
    }

    @Override
    public Sealed seal(CaseId caseId, String field, String words) {
        var purpose = field.equals("contact") ? Purpose.CONTACT : Purpose.FREE_TEXT;
        return vault.seal(caseId.value(), purpose, field, words);
    }

    @Override
    public List<Evidence> pictures(EvidenceStage... stages) {
        return pictures.of(stages);
    }

    private static Sha256 sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Sha256(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
