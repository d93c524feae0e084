package casetrail.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Files of so many rows each in the layout of Boston, cut from a real file or made up, so that every round imports new rows. */
final class BostonSlices {

    private static final List<String> COLUMNS = List.of(
            "case_enquiry_id",
            "open_dt",
            "sla_target_dt",
            "closed_dt",
            "on_time",
            "case_status",
            "case_title",
            "subject",
            "type",
            "queue",
            "department",
            "location",
            "neighborhood",
            "latitude",
            "longitude",
            "source",
            "closure_outcome",
            "closure_stamp");
    private static final long FIRST_KEY = 101_000_000_000L;

    private BostonSlices() {}

    /** Fewer or shorter ones where the file ends. */
    static List<Path> in(Path directory, Optional<Path> file, int slices, int rows) throws IOException {
        return file.isPresent() ? cut(directory, file.get(), slices, rows) : madeUp(directory, slices, rows);
    }

    private static List<Path> cut(Path directory, Path file, int slices, int rows) throws IOException {
        var stream = Files.newInputStream(file);
        var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
        try (var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
                var records = CSVFormat.DEFAULT.parse(reader)) {
            var next = records.iterator();
            var columns = next.next().toList();
            var paths = new ArrayList<Path>();
            while (paths.size() < slices && next.hasNext()) {
                var slice = new ArrayList<List<String>>();
                while (slice.size() < rows && next.hasNext()) {
                    CSVRecord row = next.next();
                    slice.add(row.toList());
                }
                paths.add(write(directory.resolve("slice-%d.csv".formatted(paths.size())), columns, slice));
            }
            return paths;
        }
    }

    private static List<Path> madeUp(Path directory, int slices, int rows) throws IOException {
        var paths = new ArrayList<Path>();
        for (int i = 0; i < slices; i++) {
            var slice = new ArrayList<List<String>>();
            for (int row = 0; row < rows; row++) {
                slice.add(row(FIRST_KEY + (long) i * rows + row));
            }
            paths.add(write(directory.resolve("slice-%d.csv".formatted(i)), COLUMNS, slice));
        }
        return paths;
    }

    private static List<String> row(long key) {
        var day = "2019-%02d-%02d".formatted(1 + key % 12, 1 + key % 28);
        return List.of(
                Long.toString(key),
                day + " 09:00:00",
                day + " 17:00:00",
                day + " 12:00:00",
                "ONTIME",
                "Closed",
                "Pick up Dead Animal",
                "Public Works Department",
                "Pick up Dead Animal",
                "PWDx_District %02d: Somewhere".formatted(1 + key % 9),
                "PWDx",
                "1 Made Up St  Boston  MA  02121",
                "Dorchester",
                "42.302909557631374",
                "-71.08243062517123",
                "Constituent Call",
                "Resolved",
                "");
    }

    private static Path write(Path file, List<String> columns, List<List<String>> rows) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(line(columns));
            for (var row : rows) {
                out.write(line(row));
            }
        }
        return file;
    }

    private static String line(List<String> fields) {
        return fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }
}
