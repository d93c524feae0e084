package casetrail.standalone.commandline;

import casetrail.standalone.serving.ExternalDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data is; the same options for every command. */
final class Place {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory (default: $CASETRAIL_DATA, else ./data).",
            defaultValue = "${env:CASETRAIL_DATA}")
    private @Nullable Path data;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Use this PostgreSQL (jdbc:postgresql://...) in place of the embedded one.")
    private @Nullable String jdbcUrl;

    @Option(
            names = "--jdbc-user",
            paramLabel = "NAME",
            description = "May create roles and schemas there (default: $CASETRAIL_JDBC_USER).",
            defaultValue = "${env:CASETRAIL_JDBC_USER}")
    private @Nullable String jdbcUser;

    @Option(
            names = "--jdbc-password",
            paramLabel = "WORD",
            description = "Better given as $CASETRAIL_JDBC_PASSWORD: others can read a command line.",
            defaultValue = "${env:CASETRAIL_JDBC_PASSWORD}")
    private @Nullable String jdbcPassword;

    Path data() {
        return data == null ? Path.of("data") : data;
    }

    Optional<ExternalDatabase> external() {
        return jdbcUrl == null
                ? Optional.empty()
                : Optional.of(new ExternalDatabase(
                        jdbcUrl, jdbcUser == null ? "" : jdbcUser, jdbcPassword == null ? "" : jdbcPassword));
    }
}
