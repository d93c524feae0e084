package casetrail.query.caselist;

import casetrail.events.cases.CaseStatus;
import casetrail.query.asking.KnownTo;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.CaseFile.Clock;
import casetrail.query.casefile.CaseFile.ClockState;
import casetrail.query.casefile.CaseFile.Counters;
import casetrail.views.Field;
import casetrail.views.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** By what cases are found, sorted and counted. */
final class CaseFields {

    static final String STATE = "state";
    static final String MAJOR_CLASS = "majorClass";
    static final String SUBCLASS = "subclass";
    static final String UNIT = KnownTo.UNIT;
    static final String HANDLER = "handler";
    static final String VERIFIER = "verifier";
    static final String CHECKER = "checker";
    static final String CHECK = "check";
    static final String CHANNEL = "channel";
    static final String SOURCE = "source";
    static final String GRID = "grid";
    static final String NUMBER = "number";
    static final String AREAS = "areas";
    static final String FLAGS = "flags";
    static final String OPENED = "opened";
    static final String UPDATED = "updated";
    static final String DUE = "due";
    static final String PRIORITY = "priority";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";
    static final String TEXT = "text";

    /** Whether the field work of this round is still to be done; only of a case that is handled. */
    static final String FIELD_WORK = "fieldWork";

    static final String TO_DO = "TO_DO";
    private static final String DONE = "DONE";

    /** Which of the fields of one person are there: who was asked to verify, check or handle. */
    static final String ASKED = "asked";

    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    private CaseFields() {}

    static List<Field<CaseListing>> all() {
        var fields = new ArrayList<Field<CaseListing>>(KnownTo.fields(CaseListing::file));
        fields.addAll(terms());
        fields.addAll(sets());
        fields.addAll(numbers());
        return fields;
    }

    private static List<Field<CaseListing>> terms() {
        return List.of(
                term(STATE, f -> f.status().name()),
                term(MAJOR_CLASS, f -> {
                    var c = f.report().classification();
                    return c == null ? null : c.majorClass();
                }),
                term(SUBCLASS, f -> {
                    var c = f.report().classification();
                    return c == null ? null : c.majorClass() + "/" + c.subclass();
                }),
                term(HANDLER, f -> f.handling().handler()),
                term(VERIFIER, f -> f.filing().verifier()),
                term(CHECKER, f -> f.handling().checker()),
                term(CHECK, f -> f.handling().lastCheck()),
                term(
                        FIELD_WORK,
                        f -> f.status() != CaseStatus.IN_PROGRESS
                                ? null
                                : f.handling().completed() ? DONE : TO_DO),
                Field.term(CHANNEL, v -> v.channel().name()),
                term(SOURCE, f -> f.report().source()),
                term(GRID, f -> f.report().grid().grid()),
                term(NUMBER, CaseFile::number));
    }

    private static List<Field<CaseListing>> sets() {
        return List.of(
                Field.terms(AREAS, v -> {
                    var grid = v.file().report().grid().grid();
                    return grid == null ? List.of() : Areas.of(grid);
                }),
                Field.terms(
                        FLAGS,
                        v -> CaseFlag.of(v.file()).stream().map(CaseFlag::code).toList()),
                Field.terms(ASKED, v -> asked(v.file())),
                Field.terms(TEXT, v -> words(v.file())));
    }

    private static List<Field<CaseListing>> numbers() {
        return List.of(
                Field.number(OPENED, v -> micros(v.file().trace().firstRecordedAt())),
                Field.number(UPDATED, v -> micros(v.file().trace().lastRecordedAt())),
                Field.number(
                        DUE, v -> due(v.file()).map(c -> micros(c.deadline())).orElse(null)),
                Field.number(PRIORITY, v -> Priority.of(v.file())),
                Field.number(LATITUDE, v -> micro(v.file().report().location().latitude())),
                Field.number(LONGITUDE, v -> micro(v.file().report().location().longitude())),
                counter("returns", Counters::returns),
                counter("reworks", Counters::reworks),
                counter("extensions", Counters::extensions),
                counter("suspensions", Counters::suspensions),
                counter("supervisions", Counters::supervisions),
                counter("reopenings", Counters::reopenings));
    }

    /** The running clock that has to be finished first. */
    static Optional<Clock> due(CaseFile file) {
        return file.clocks().values().stream()
                .filter(c -> c.state() == ClockState.RUNNING)
                .min(Comparator.comparing(Clock::deadline));
    }

    /** A moment as fields have it. */
    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** Degrees as fields have them: whole millionths. */
    static @Nullable Long micro(@Nullable BigDecimal degrees) {
        return degrees == null ? null : degrees.multiply(MICRO).longValueExact();
    }

    private static List<String> asked(CaseFile file) {
        var asked = new ArrayList<String>();
        if (file.filing().verifier() != null) {
            asked.add(VERIFIER);
        }
        if (file.handling().checker() != null) {
            asked.add(CHECKER);
        }
        if (file.handling().handler() != null) {
            asked.add(HANDLER);
        }
        return asked;
    }

    /** What a case is found by in text: only what everybody may read who may know of the case. */
    private static Iterable<String> words(CaseFile file) {
        var texts = new ArrayList<String>();
        var report = file.report();
        texts.add(file.number().value());
        if (report.classification() != null) {
            texts.add(report.classification().majorClass());
            texts.add(report.classification().subclass());
        }
        if (report.location().address() != null) {
            texts.add(report.location().address());
        }
        if (report.publicText() != null) {
            texts.add(report.publicText());
        }
        var words = new LinkedHashSet<String>();
        texts.forEach(t -> words.addAll(SearchTerms.of(t, Value.TERMS_MAX)));
        return words.stream().limit(Value.TERMS_MAX).toList();
    }

    private static Field<CaseListing> term(String name, Function<CaseFile, @Nullable Object> of) {
        return Field.term(name, v -> {
            var value = of.apply(v.file());
            return value == null ? null : value.toString();
        });
    }

    private static Field<CaseListing> counter(String name, ToIntFunction<Counters> of) {
        return Field.number(name, v -> (long) of.applyAsInt(v.file().counters()));
    }
}
