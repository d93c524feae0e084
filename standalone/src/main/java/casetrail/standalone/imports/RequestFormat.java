package casetrail.standalone.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The foreign layouts of service requests that are understood. */
public enum RequestFormat {
    BOSTON_311("boston311", "boston") {
        @Override
        Reading read(Row row) {
            return Boston311.read(row);
        }

        @Override
        Set<String> columns() {
            return Boston311.COLUMNS;
        }
    },
    NYC_311("nyc311", "nyc") {
        @Override
        Reading read(Row row) {
            return Nyc311.read(row);
        }

        @Override
        Set<String> columns() {
            return Nyc311.COLUMNS;
        }
    };

    private final String label;
    private final String city;

    RequestFormat(String label, String city) {
        this.label = label;
        this.city = city;
    }

    abstract Reading read(Row row);

    /** The columns without which a file is not of this format. */
    abstract Set<String> columns();

    /** As it is typed at the command line. */
    public String label() {
        return label;
    }

    /** The client by whose request keys its steps are recognised. */
    public String client() {
        return "import:" + label;
    }

    /** What the pseudonyms of its actors begin with. */
    String city() {
        return city;
    }

    public static Optional<RequestFormat> named(String label) {
        return Arrays.stream(values()).filter(f -> f.label.equals(label)).findFirst();
    }
}
