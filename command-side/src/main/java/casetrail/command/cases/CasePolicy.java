package casetrail.command.cases;

import java.time.Duration;

/**
 * The values by which a city runs its cases. Data with a version: two policies that decide differently have different versions.
 *
 * @param version name and version, for example {@code built-in@1}; stands in every event that it decided
 * @param powers which units may get which cases
 * @param simpleProcedure the classes that may be resolved on site
 * @param filingInOneStep whether an intake clerk files alone
 * @param returnsBeforeDispute after how many returns responsibility has to be decided before the next dispatch
 * @param returnWindow how long after a dispatch the unit may give the case back
 * @param completionSteps 1 if the coordinator reports completion alone, 2 if a field worker reports and the coordinator confirms
 * @param afterEvidence the classes whose completion must be shown by evidence from after
 * @param checkWaivable whether closing without a check is possible at all, with a reason
 * @param extensionsMax how many extensions a case gets
 * @param suspensionsMax how many suspensions a case gets
 * @param suspensionMax the longest suspension
 * @param supervisionAnswer how long a unit has to answer a supervision that names no day
 * @param deliberation the classes about which may be deliberated
 * @param reopeningWindow how long after its closure a case may be reopened
 * @param recordClass the class of records that a case is archived in unless another is named
 * @param retention how long a case is kept after it was archived
 * @param offlineBackdating how far back a fact noted without a connection may lie
 * @param importBackdating how far back a fact taken over from a foreign record may lie
 */
public record CasePolicy(
        String version,
        Powers powers,
        CaseClasses simpleProcedure,
        boolean filingInOneStep,
        int returnsBeforeDispute,
        Duration returnWindow,
        int completionSteps,
        CaseClasses afterEvidence,
        boolean checkWaivable,
        int extensionsMax,
        int suspensionsMax,
        Duration suspensionMax,
        Duration supervisionAnswer,
        CaseClasses deliberation,
        Duration reopeningWindow,
        String recordClass,
        Duration retention,
        Duration offlineBackdating,
        Duration importBackdating) {

    /** What holds until a city publishes its own. */
    public static final CasePolicy BUILT_IN = new CasePolicy(
            "built-in@1",
            Powers.UNRESTRICTED,
            CaseClasses.ALL,
            true,
            2,
            Duration.ofHours(24),
            2,
            CaseClasses.NONE,
            true,
            2,
            1,
            Duration.ofDays(365),
            Duration.ofHours(24),
            CaseClasses.ALL,
            Duration.ofDays(30),
            "case-file",
            Duration.ofDays(3_653),
            Duration.ofHours(72),
            Duration.ofDays(36_525));

    public CasePolicy {
        if (completionSteps < 1 || completionSteps > 2) {
            throw new IllegalArgumentException("completion takes 1 or 2 steps, not %d".formatted(completionSteps));
        }
    }
}
