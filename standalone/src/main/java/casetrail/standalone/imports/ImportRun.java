package casetrail.standalone.imports;

import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The newest run of a format as its file tells it.
 *
 * @param file the table's name, without its folder
 * @param process that ran it, by its number and start, so that one that died is not taken for running
 */
public record ImportRun(
        String format,
        String file,
        State state,
        Instant startedAt,
        Instant notedAt,
        long process,
        Instant processStartedAt,
        long rows,
        long cases,
        long continued,
        long repeats,
        long events,
        long rejects) {

    /** How the run stands. */
    public enum State {
        RUNNING,
        /** Read to the end, or to the limit asked for. */
        FINISHED,
        /** Told to stop. */
        INTERRUPTED,
        /** Could not go on. */
        FAILED,
        /** Its process is gone without a word. */
        CUT_OFF
    }

    /** The newest run of the format; one whose process is gone is told as cut off. */
    public static Optional<ImportRun> newest(RequestFormat format, Path dataDir) {
        var file = path(format, dataDir);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var run = EventJson.MAPPER.readValue(Files.readAllBytes(file), ImportRun.class);
            return Optional.of(run.state == State.RUNNING && !run.alive() ? run.as(State.CUT_OFF) : run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new ImportStopped("%s is no record of a run; it may be deleted".formatted(file.getFileName()), e);
        }
    }

    void keep(Path dataDir) {
        var path = RequestFormat.named(format).map(f -> path(f, dataDir)).orElseThrow();
        ImportFiles.write(path, EventJson.MAPPER.writeValueAsBytes(this));
    }

    private boolean alive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(p -> startOf(p).equals(processStartedAt))
                .isPresent();
    }

    private ImportRun as(State other) {
        return new ImportRun(
                format,
                file,
                other,
                startedAt,
                notedAt,
                process,
                processStartedAt,
                rows,
                cases,
                continued,
                repeats,
                events,
                rejects);
    }

    static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static Path path(RequestFormat format, Path dataDir) {
        return ImportFiles.in(dataDir).resolve(format.label() + "-run.json");
    }
}
