package casetrail.standalone.demo;

import casetrail.events.GridCode;
import casetrail.events.UnitCode;
import casetrail.events.wire.EventJson;
import casetrail.standalone.catalogue.FilingStandards;
import casetrail.standalone.catalogue.StandardsImport;
import casetrail.standalone.catalogue.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The made-up city: five streets with their communities and 60 grids, a dozen units, and its own filing standards. */
record City(Words name, List<Street> streets, List<Unit> units) {

    /** The version that every grid of the demo has. */
    static final int GRID_VERSION = 1;

    private static final String CATALOGUE = "demo-city";

    City {
        streets = List.copyOf(streets);
        units = List.copyOf(units);
    }

    record Street(String code, Words name, List<Community> communities) {
        Street {
            communities = List.copyOf(communities);
        }
    }

    record Community(String code, Words name, List<Grid> grids) {
        Community {
            grids = List.copyOf(grids);
        }
    }

    /** A grid by its south-west corner. */
    record Grid(GridCode code, BigDecimal latitude, BigDecimal longitude, Words road) {}

    record Unit(UnitCode code, Words name) {}

    /** A grid with the street it lies in. */
    record Spot(Street street, Community community, Grid grid) {}

    static City load() {
        try (var in = resource("city.json")) {
            return EventJson.MAPPER.readValue(in, City.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The filing standards, read by the same code as a real city's. */
    static FilingStandards catalogue() {
        try (var in = resource("catalogue.csv")) {
            var reading = StandardsImport.read(new InputStreamReader(in, StandardCharsets.UTF_8), CATALOGUE, "1");
            if (!reading.faults().isEmpty()) {
                throw new IllegalStateException("our own catalogue has faults: " + reading.faults());
            }
            return reading.standards();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Spot> spots() {
        return streets.stream()
                .flatMap(s ->
                        s.communities().stream().flatMap(c -> c.grids().stream().map(g -> new Spot(s, c, g))))
                .toList();
    }

    private static InputStream resource(String name) {
        var in = City.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing from the program");
        }
        return in;
    }
}
