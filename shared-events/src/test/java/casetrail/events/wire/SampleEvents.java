package casetrail.events.wire;

import casetrail.events.GridCode;
import casetrail.events.PersonId;
import casetrail.events.Purpose;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.Classification;
import casetrail.events.cases.Correction;
import casetrail.events.cases.Datum;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.ExternalReference;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Location;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.views.ViewName;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One plausible instance of every kind of event, always the same, with every optional field given. */
public final class SampleEvents {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00.123456Z");
    private static final Instant EVENING = Instant.parse("2026-11-20T10:00:00Z");
    private static final CaseId CASE = CaseId.forRequest("sample", "1");

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(CaseId.class, CASE),
            Map.entry(CaseNumber.class, CaseNumber.of(2026, 123)),
            Map.entry(StreamId.class, new StreamId("whistle-7")),
            Map.entry(PersonId.class, new PersonId("person-grid-member-1")),
            Map.entry(UnitCode.class, new UnitCode("U-ROADS")),
            Map.entry(AccountName.class, new AccountName("grid-member-1")),
            Map.entry(GrantId.class, new GrantId("grant-1")),
            Map.entry(Instant.class, EVENING),
            Map.entry(Classification.class, new Classification("02", "0203")),
            Map.entry(FilingStandard.class, new FilingStandard("demo-city", "1", "0203-1")),
            Map.entry(Limit.class, new Limit(4, LimitUnit.URGENT_HOUR)),
            Map.entry(
                    Location.class,
                    new Location(
                            new BigDecimal("26.081"),
                            new BigDecimal("119.3012345"),
                            Datum.GCJ02,
                            "26.0781,119.3061",
                            "湖滨路 12 号",
                            "A-12")),
            Map.entry(GridPlacement.class, GridPlacement.in(new GridCode("G-0101"), 1)),
            Map.entry(ExternalReference.class, new ExternalReference("hotline", "H-42")),
            Map.entry(Sealed.class, new Sealed(CASE.value(), Purpose.FREE_TEXT, "text", "AAECAwQFBgc=")),
            Map.entry(StageClock.class, clock(Stage.HANDLE)),
            Map.entry(Correction.class, new Correction.OfPublicText("路灯不亮", "Two street lights are out")),
            Map.entry(List.class, List.of(new Evidence(new Sha256("ab".repeat(32)), EvidenceStage.BEFORE))),
            Map.entry(StageOutcome.class, new StageOutcome(Stage.HANDLE, 1, EVENING, NOON, true)),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(ViewName.class, new ViewName("case-list")),
            Map.entry(int.class, 2),
            Map.entry(long.class, 3_600L));

    private SampleEvents() {}

    /** The sample of a kind of event. */
    public static <E extends Record> E of(Class<E> record) {
        var components = record.getRecordComponents();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = Arrays.stream(components).map(SampleEvents::value).toArray();
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + record, e);
        }
    }

    private static StageClock clock(Stage stage) {
        return new StageClock(stage, 1, new Limit(6, LimitUnit.URGENT_HOUR), NOON, EVENING, "elapsed-hours@1", "none");
    }

    private static Object value(RecordComponent component) {
        var type = component.getType();
        if (component.getName().equals("stages")) {
            return List.of(new StageOutcome(Stage.HANDLE, 1, EVENING, NOON, true));
        }
        if (type == StageClock.class && !component.getName().equals("clock")) {
            return clock(Stage.valueOf(component.getName().toUpperCase(java.util.Locale.ROOT)));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == String.class) {
            return "sample " + component.getName();
        }
        var value = VALUES.get(type);
        if (value == null) {
            throw new IllegalStateException("no sample value of " + type);
        }
        return value;
    }
}
