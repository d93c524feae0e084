package casetrail.command.cases.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.command.CommandSide;
import casetrail.command.people.PersonCommand;
import casetrail.command.people.PersonOutcome;
import casetrail.command.people.http.Accounts;
import casetrail.edge.engine.MovableClock;
import casetrail.edge.state.postgres.StateDatabase;
import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.log.EventLog;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.ledger.SchemaPart;
import casetrail.ledger.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole write side on a real PostgreSQL, with one account for each role that the tests act in, asked over HTTP. */
final class CommandServer implements AutoCloseable {

    private static final String PASSWORD = "Correct-Horse-27";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> persons = new HashMap<>();
    private final Map<String, GrantId> grants = new HashMap<>();
    private final String base;

    CommandServer(Path dataDir) {
        var database = TestPostgres.database(new SchemaPart(StateDatabase.SCHEMA, StateDatabase.MIGRATIONS));
        var serving = database.serving();
        context = new SpringApplicationBuilder(CommandSide.class)
                .properties("spring.config.name=command-side")
                .run(
                        "--server.port=0",
                        "--casetrail.data-dir=" + dataDir,
                        "--casetrail.jdbc.url=" + serving.jdbcUrl(),
                        "--casetrail.jdbc.serving-user=" + serving.user(),
                        "--casetrail.jdbc.serving-password=" + serving.password());
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        hire("member-1", Role.GRID_MEMBER, null);
        hire("member-2", Role.GRID_MEMBER, null);
        hire("acceptor-1", Role.ACCEPTOR, null);
        hire("shift-1", Role.SHIFT_LEADER, null);
        hire("shift-2", Role.SHIFT_LEADER, null);
        hire("dispatcher-1", Role.DISPATCHER, null);
        hire("lead-1", Role.DEPT_LEAD, "ROADS");
        hire("handler-1", Role.HANDLER, "ROADS");
        hire("handler-2", Role.HANDLER, "ROADS");
        hire("lead-9", Role.DEPT_LEAD, "PARKS");
        hire("supervisor-1", Role.SUPERVISOR, null);
        hire("street-1", Role.STREET_LEAD, null);
        hire("records-1", Role.RECORDS_OFFICER, null);
        hire("admin-1", Role.ADMIN, null);
    }

    /** Somebody new with one grant. */
    void hire(String account, Role role, @Nullable String unit) {
        var accounts = context.getBean(Accounts.class);
        var registered = (PersonOutcome.Done)
                accounts.register(Actor.SYSTEM, Channel.SYSTEM, new AccountName(account), PASSWORD);
        var person = registered.state().person();
        if (person == null) {
            throw new IllegalStateException("nobody was hired as " + account);
        }
        var granted =
                accounts.grant(Actor.SYSTEM, Channel.SYSTEM, person, role, unit == null ? null : new UnitCode(unit));
        if (!(granted instanceof PersonOutcome.Done done)) {
            throw new IllegalStateException(account + ": " + granted);
        }
        grants.put(account, done.state().grants().getLast().id());
        persons.put(account, person.value());
    }

    /** The grant ends that the person was hired with. */
    void revokeGrantOf(String account) {
        var grant = grants.get(account);
        if (grant == null) {
            throw new IllegalArgumentException("nobody has the account " + account);
        }
        var command = new PersonCommand.RevokeGrant(new PersonId(person(account)), grant);
        var revoked = context.getBean(Accounts.class).obey(Actor.SYSTEM, Channel.SYSTEM, command);
        if (revoked instanceof PersonOutcome.Refused refused) {
            throw new IllegalStateException(account + ": " + refused);
        }
    }

    /** The id of the person behind an account. */
    String person(String account) {
        var person = persons.get(account);
        if (person == null) {
            throw new IllegalArgumentException("nobody has the account " + account);
        }
        return person;
    }

    MovableClock clock() {
        return context.getBean(MovableClock.class);
    }

    EventLog log() {
        return context.getBean(EventLog.class);
    }

    /** An answer as it came over the wire. */
    record Answer(int status, HttpResponse<byte[]> response, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        long version() {
            return json().get("version").longValue();
        }

        String id() {
            return json().get("id").stringValue();
        }

        String code() {
            return json().get("code").stringValue();
        }
    }

    /** Posts JSON; headers as name, value, name, value. */
    Answer post(String account, String path, String body, String... headers) {
        return send(account, "POST", path, "application/json", body.getBytes(UTF_8), headers);
    }

    Answer get(String account, String path) {
        return send(account, "GET", path, "application/json", new byte[0]);
    }

    Answer send(String account, String method, String path, String type, byte[] body, String... headers) {
        var login = Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Basic " + login);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response, new String(response.body(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The smallest JPEG-like file with that text in it; its answer. */
    String upload(String text) {
        var bytes = ("\u00ff\u00d8\u00ff\u00e0" + text).getBytes(ISO_8859_1);
        return send("member-1", "POST", "/api/attachments", "image/png", bytes)
                .json()
                .get("sha256")
                .stringValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
