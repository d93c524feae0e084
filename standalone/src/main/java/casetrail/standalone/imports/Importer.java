package casetrail.standalone.imports;

import casetrail.command.cases.Cases;
import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings foreign service requests in, each as a case of its own, through the same commands as everything else. The file is read as a
 * stream, a bounded number of rows is worked on at once, and the steps of a row keep their order. It may be stopped at any moment,
 * also by killing the process: a row is recognised by its key, a step by the row's key and its own name, so that the next run goes on
 * where this one was cut off and ends at the same totals. One import of a format runs at a time.
 */
public final class Importer {

    private static final Duration NOTE_EVERY = Duration.ofSeconds(2);

    private final Cases cases;
    private final EventLog log;
    private final StoredEvents events;
    private final Supplies supplies;
    private final InstantSource clock;
    private final Path dataDir;
    private final Patience patience;

    public Importer(
            Cases cases, EventLog log, StoredEvents events, Supplies supplies, InstantSource clock, Path dataDir) {
        this(cases, log, events, supplies, clock, dataDir, Patience.USUAL);
    }

    Importer(
            Cases cases,
            EventLog log,
            StoredEvents events,
            Supplies supplies,
            InstantSource clock,
            Path dataDir,
            Patience patience) {
        this.cases = cases;
        this.log = log;
        this.events = events;
        this.supplies = supplies;
        this.clock = clock;
        this.dataDir = dataDir;
        this.patience = patience;
    }

    /**
     * Imports the file; returns when every row that was begun is done. If the calling thread is interrupted no further row is begun,
     * and its interrupt flag stays set.
     *
     * @param watcher told about the progress every few seconds, and once at the end
     * @throws ImportStopped if the file cannot be read or the log stays out of reach
     */
    public ImportReport run(ImportOrder order, Consumer<ImportProgress> watcher) {
        try (var reader = RowReader.open(order.file(), order.format().columns());
                var rejects = new RejectsFile(rejectsOf(order.format()))) {
            return new Run(order, watcher, reader, rejects).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list of what did not come in. */
    public Path rejectsOf(RequestFormat format) {
        return ImportFiles.in(dataDir).resolve(format.label() + "-rejects.csv");
    }

    private final class Run {

        private final ImportOrder order;
        private final Consumer<ImportProgress> watcher;
        private final RowReader reader;
        private final RejectsFile rejects;
        private final Counts counts = new Counts();
        private final Performance performance;
        private final ImportTally tally;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final Instant startedAt = clock.instant();
        private boolean mayBeThere = true;
        private boolean interrupted;
        private Instant notedAt = startedAt;

        Run(ImportOrder order, Consumer<ImportProgress> watcher, RowReader reader, RejectsFile rejects) {
            this.order = order;
            this.watcher = watcher;
            this.reader = reader;
            this.rejects = rejects;
            this.performance = new Performance(order.format(), cases, log, events, supplies, clock, patience);
            this.tally = new ImportTally(order.format(), log, events, dataDir);
        }

        ImportReport run() {
            note(ImportRun.State.RUNNING);
            try {
                // A log without a case of this format needs no look at each row's stream before it is begun.
                mayBeThere = tally.totals().cases() > 0;
                carry();
                var totals = tally.totals();
                note(interrupted ? ImportRun.State.INTERRUPTED : ImportRun.State.FINISHED);
                var progress = progress();
                watcher.accept(progress);
                return new ImportReport(progress, totals, interrupted, rejectsOf(order.format()));
            } catch (RuntimeException e) {
                note(ImportRun.State.FAILED);
                throw e;
            }
        }

        private void carry() {
            var free = new Semaphore(order.rowsInFlight());
            var workers = Executors.newFixedThreadPool(
                    order.rowsInFlight(),
                    Thread.ofPlatform().name("import-", 0).daemon().factory());
            try {
                while (failure.get() == null && counts.rows.sum() < order.limit()) {
                    free.acquire();
                    var row = reader.next();
                    if (row.isEmpty()) {
                        break;
                    }
                    counts.rows.increment();
                    workers.execute(() -> {
                        try {
                            carry(row.get());
                        } catch (RuntimeException | Error e) {
                            failure.compareAndSet(null, e);
                        } finally {
                            free.release();
                        }
                    });
                    tell();
                }
            } catch (InterruptedException e) {
                interrupted = true;
            } finally {
                finish(workers);
            }
            var failed = failure.get();
            if (failed != null) {
                throw failed instanceof ImportStopped stopped
                        ? stopped
                        : new ImportStopped("a row failed: " + failed.getMessage(), failed);
            }
        }

        /** Rows that were begun are carried through, so that stopping leaves no more half-done rows than need be. */
        private void finish(ExecutorService workers) {
            workers.shutdown();
            boolean ended = false;
            while (!ended) {
                try {
                    ended = workers.awaitTermination(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void carry(Row row) {
            switch (order.format().read(row)) {
                case Reading.Rejected rejected -> {
                    counts.rejects.increment();
                    rejected.faults().forEach(rejects::add);
                }
                case Reading.Understood understood -> carry(row, understood.request());
            }
        }

        private void carry(Row row, ForeignRequest request) {
            var taken = performance.perform(request, mayBeThere);
            counts.events.add(taken.events());
            if (taken.refused().isPresent()) {
                counts.rejects.increment();
                var refused = taken.refused().get();
                var guard = refused.refusal().guard();
                var reason = refused.refusal().code() + (guard == null ? "" : " " + guard);
                rejects.add(new Fault(row.line(), request.key(), "step " + refused.step(), reason, ""));
            } else if (taken.taken() == 0) {
                counts.repeats.increment();
            } else if (taken.before() == 0) {
                counts.cases.increment();
            } else {
                counts.continued.increment();
            }
        }

        private void tell() {
            var now = clock.instant();
            if (Duration.between(notedAt, now).compareTo(NOTE_EVERY) >= 0) {
                notedAt = now;
                note(ImportRun.State.RUNNING);
                watcher.accept(progress());
            }
        }

        private ImportProgress progress() {
            return counts.progress(reader, Duration.between(startedAt, clock.instant()));
        }

        private void note(ImportRun.State state) {
            var self = ProcessHandle.current();
            new ImportRun(
                            order.format().label(),
                            order.file().getFileName().toString(),
                            state,
                            startedAt,
                            clock.instant(),
                            self.pid(),
                            ImportRun.startOf(self),
                            counts.rows.sum(),
                            counts.cases.sum(),
                            counts.continued.sum(),
                            counts.repeats.sum(),
                            counts.events.sum(),
                            counts.rejects.sum())
                    .keep(dataDir);
        }
    }
}
