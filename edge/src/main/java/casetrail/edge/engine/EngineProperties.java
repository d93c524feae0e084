package casetrail.edge.engine;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which engines stand under the ports, and where they are.
 *
 * @param dataDir where the vault, attachments and the local token live
 * @param zone by whose calendar a year of case numbers begins
 * @param jurisdiction the one this deployment serves; it stands in every envelope
 */
@ConfigurationProperties("casetrail")
public record EngineProperties(
        @DefaultValue("postgres") EventStore eventStore,
        @DefaultValue("postgres") ViewStore viewStore,
        @DefaultValue("data") Path dataDir,
        @DefaultValue("demo") String jurisdiction,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue Jdbc jdbc,
        @DefaultValue Mongodb mongodb,
        @DefaultValue AxonServer axonServer) {

    /** Where the log is kept. */
    public enum EventStore {
        POSTGRES,
        AXON_SERVER
    }

    /** Where views and state are kept. */
    public enum ViewStore {
        POSTGRES,
        MONGODB
    }

    /**
     * The PostgreSQL database.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     * @param ownerUser may create roles and schemas; absent if somebody else prepared the database
     * @param servingUser owns nothing of the log; absent if it goes by the database's name
     */
    public record Jdbc(
            @DefaultValue("jdbc:postgresql://127.0.0.1:5432/casetrail")
            String url,

            @Nullable String ownerUser,
            @Nullable String ownerPassword,
            @Nullable String servingUser,
            @Nullable String servingPassword) {

        /** Never shows a password. */
        @Override
        public String toString() {
            return "Jdbc[%s, owner %s, serving %s]".formatted(url, ownerUser, servingUser);
        }
    }

    /** The MongoDB; the database is named in the URI. */
    public record Mongodb(
            @DefaultValue("mongodb://127.0.0.1:27017/casetrail")
            String uri) {

        private static final String DATABASE = "casetrail";

        /** The database that the URI names; else one that goes by our name. */
        String database() {
            return Objects.requireNonNullElse(new ConnectionString(uri).getDatabase(), DATABASE);
        }

        /** Never shows the URI: it may hold a password. */
        @Override
        public String toString() {
            return "Mongodb[...]";
        }
    }

    /** The Axon Servers, as host:port, comma between. */
    public record AxonServer(@DefaultValue("127.0.0.1:8124") String servers) {}
}
