package casetrail.standalone.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Rows in the two layouts, made up by code: plain ones to be changed by hand, and whole files by seed with every quirk in them. */
public final class SampleRows {

    private static final List<String> BOSTON_COLUMNS = List.of(
            "case_enquiry_id,open_dt,sla_target_dt,closed_dt,on_time,case_status,case_title,subject,reason,type,queue,department"
                    .concat(",location,fire_district,pwd_district,city_council_district,police_district,neighborhood")
                    .concat(
                            ",neighborhood_services_district,ward,precinct,location_street_name,location_zipcode,latitude")
                    .concat(",longitude,source,closure_outcome,closure_stamp")
                    .split(",", -1));
    private static final List<String> NYC_COLUMNS = List.of(
            "Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,Descriptor,Location Type,Incident Zip"
                    .concat(",Incident Address,Street Name,Intersection Street 1,Intersection Street 2,Status,Due Date")
                    .concat(",Resolution Description,Resolution Action Updated Date,Borough,X Coordinate (State Plane)")
                    .concat(",Latitude,Longitude")
                    .split(",", -1));

    private SampleRows() {}

    /** A closed Boston row without anything odd, changed as told: column, value, column, value. */
    static Row boston(String... changes) {
        return new Row(2, changed(bostonFields(), changes), true);
    }

    /** A closed New York row without anything odd, changed as told. */
    static Row nyc(String... changes) {
        return new Row(2, changed(nycFields(), changes), true);
    }

    /** So many Boston rows, plain and odd mixed, the same for the same seed; written as gzip if the name says so. */
    public static Path bostonFile(Path file, int rows, long seed) {
        var random = new Random(seed);
        var lines = new ArrayList<Map<String, String>>();
        for (int i = 0; i < rows; i++) {
            var id = Long.toString(101_000_000_000L + i);
            var day = "2019-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
            var district = "PWDx_District %02d: Somewhere".formatted(1 + random.nextInt(9));
            var fields = changed(
                    bostonFields(),
                    "case_enquiry_id",
                    id,
                    "open_dt",
                    day + " 09:00:00",
                    "sla_target_dt",
                    day + " 17:00:00",
                    "closed_dt",
                    day + " 12:00:00",
                    "queue",
                    district,
                    "closure_stamp",
                    "");
            lines.add(changed(fields, quirk(random.nextInt(12), day)));
        }
        return write(file, BOSTON_COLUMNS, lines);
    }

    private static String[] quirk(int kind, String day) {
        return switch (kind) {
            case 0 -> new String[] {"case_status", "Open", "closed_dt", "", "closure_outcome", ""};
            case 1 -> new String[] {"case_status", "Open", "closed_dt", "", "on_time", "OVERDUE"};
            case 2 -> new String[] {"closed_dt", day + " 08:59:30"};
            case 3 -> new String[] {"latitude", "", "longitude", "", "location", " ", "location_zipcode", "2119.0"};
            case 4 -> new String[] {"closure_outcome", "Invalid"};
            case 5 -> new String[] {"closure_outcome", "Duplicate"};
            case 6 -> new String[] {"closure_outcome", "", "sla_target_dt", ""};
            default -> new String[0];
        };
    }

    static Path write(Path file, List<String> columns, List<Map<String, String>> rows) {
        try (var out = new OutputStreamWriter(opened(file), StandardCharsets.UTF_8)) {
            out.write(String.join(",", columns) + "\n");
            for (var row : rows) {
                out.write(columns.stream()
                        .map(c -> '"' + row.getOrDefault(c, "").replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\n")));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path bostonFile(Path file, List<Map<String, String>> rows) {
        return write(file, BOSTON_COLUMNS, rows);
    }

    static Path nycFile(Path file, List<Map<String, String>> rows) {
        return write(file, NYC_COLUMNS, rows);
    }

    public static Map<String, String> bostonFields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("case_enquiry_id", "101000000001");
        fields.put("open_dt", "2019-07-01 09:00:00");
        fields.put("sla_target_dt", "2019-07-02 09:00:00");
        fields.put("closed_dt", "2019-07-01 12:00:00");
        fields.put("on_time", "ONTIME");
        fields.put("case_status", "Closed");
        fields.put("case_title", "Pick up Dead Animal");
        fields.put("subject", "Public Works Department");
        fields.put("reason", "Street Cleaning");
        fields.put("type", "Pick up Dead Animal");
        fields.put("queue", "PWDx_District 03: North Dorchester");
        fields.put("department", "PWDx");
        fields.put("location", "1 Made Up St  Boston  MA  02121");
        fields.put("neighborhood", "Dorchester");
        fields.put("latitude", "42.302909557631374");
        fields.put("longitude", "-71.08243062517123");
        fields.put("source", "Constituent Call");
        fields.put("closure_outcome", "Resolved");
        fields.put("closure_stamp", "2019-07-01 16:00:00.217");
        return fields;
    }

    static Map<String, String> nycFields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Unique Key", "56000001");
        fields.put("Created Date", "02/28/2023 11:45:00 AM");
        fields.put("Closed Date", "02/28/2023 03:10:00 PM");
        fields.put("Agency", "NYPD");
        fields.put("Complaint Type", "Illegal Parking");
        fields.put("Descriptor", "Blocked Hydrant");
        fields.put("Incident Zip", "10455");
        fields.put("Incident Address", "1 MADE UP AVENUE");
        fields.put("Status", "Closed");
        fields.put("Due Date", "03/01/2023 11:45:00 AM");
        fields.put("Resolution Description", "The Police Department issued a summons in response to the complaint.");
        fields.put("Resolution Action Updated Date", "02/28/2023 03:10:04 PM");
        fields.put("Borough", "BRONX");
        fields.put("Latitude", "40.81672778");
        fields.put("Longitude", "-73.90959744");
        return fields;
    }

    public static Map<String, String> changed(Map<String, String> fields, String... changes) {
        var all = new LinkedHashMap<>(fields);
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return all;
    }

    private static OutputStream opened(Path file) throws IOException {
        var plain = Files.newOutputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain;
    }
}
