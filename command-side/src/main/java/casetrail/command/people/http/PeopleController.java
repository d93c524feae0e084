package casetrail.command.people.http;

import casetrail.command.access.RefusedAsks;
import casetrail.command.people.People;
import casetrail.command.people.PersonCommand;
import casetrail.command.people.PersonCommand.ApproveRoleGrant;
import casetrail.command.people.PersonCommand.RejectRoleGrant;
import casetrail.command.people.PersonCommand.RevokeGrant;
import casetrail.command.people.PersonIds;
import casetrail.command.people.PersonOutcome;
import casetrail.command.people.http.PeopleRequests.NamedGrant;
import casetrail.command.people.http.PeopleRequests.NewPassword;
import casetrail.command.people.http.PeopleRequests.Registration;
import casetrail.command.people.http.PeopleRequests.WantedGrant;
import casetrail.edge.identity.ActingWish;
import casetrail.edge.identity.Asker;
import casetrail.edge.identity.FoldedDirectory;
import casetrail.edge.identity.Logins;
import casetrail.edge.identity.Passwords;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.Actor;
import casetrail.events.Axis;
import casetrail.events.Channel;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Persons, accounts and grants. */
@RestController
@RequestMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "people", description = "Persons, their accounts and the roles granted to them")
public class PeopleController {

    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);
    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.AUDITOR);

    /** Whoever works here; commands name collectors, handlers and checkers. */
    private static final Set<Role> COLLEAGUES =
            Arrays.stream(Role.values()).filter(r -> r.axis() != Axis.OUTSIDE).collect(Collectors.toUnmodifiableSet());

    private final Accounts accounts;
    private final People people;
    private final FoldedDirectory directory;
    private final Passwords passwords;
    private final Logins logins;
    private final RefusedAsks refusals;
    private final InstantSource clock;

    PeopleController(
            Accounts accounts,
            People people,
            FoldedDirectory directory,
            Passwords passwords,
            Logins logins,
            RefusedAsks refusals,
            InstantSource clock) {
        this.accounts = accounts;
        this.people = people;
        this.directory = directory;
        this.passwords = passwords;
        this.logins = logins;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Operation(operationId = "register-person", summary = "Register a person and open an account")
    @ApiResponse(responseCode = "201", description = "There is a new person")
    @PostMapping
    ResponseEntity<PersonAnswer> register(@RequestBody Registration body, Asker asker, ActingWish wish) {
        var violations = new Violations();
        var account = violations.required("/account", body.account(), AccountName::new);
        if (account != null) {
            passwords.check(violations, "/password", body.password(), account);
        } else {
            violations.present("/password", body.password());
        }
        violations.refuseIfAny();
        if (account == null || body.password() == null) {
            throw violations.refusal();
        }
        // Asked here too, so that a slow hash is not to be had for the asking.
        var command = new PersonCommand.RegisterPerson(PersonIds.of(account), account);
        var actor = admin(asker, wish, command);
        var outcome = actor.role() == Role.ADMIN
                ? accounts.register(actor, Channel.WEB, account, body.password())
                : accounts.obey(actor, Channel.WEB, command);
        return answer(outcome, true);
    }

    @Operation(operationId = "change-password", summary = "Set another password, one's own or as an administrator")
    @PostMapping("/{id}/change-password")
    ResponseEntity<PersonAnswer> changePassword(
            @PathVariable String id,
            @RequestBody NewPassword body,
            Asker asker,
            ActingWish wish,
            HttpServletRequest request) {
        var person = person(id);
        var account = people.find(person)
                .map(s -> s.account())
                .orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
        var violations = new Violations();
        passwords.check(violations, "/password", body.password(), account);
        boolean own = asker.person().equals(person);
        if (own) {
            violations.present("/currentPassword", body.currentPassword());
        }
        violations.refuseIfAny();
        if (body.password() == null) {
            throw violations.refusal();
        }
        if (own && body.currentPassword() != null) {
            logins.confirm(asker, body.currentPassword(), request.getRemoteAddr());
        }
        var actor = own ? owner(asker) : admin(asker, wish, new PersonCommand.ChangePassword(person));
        return answer(accounts.changePassword(actor, Channel.WEB, person, account, body.password()), false);
    }

    @Operation(operationId = "request-role-grant", summary = "Ask that a role be granted")
    @PostMapping("/{id}/request-role-grant")
    ResponseEntity<PersonAnswer> requestRoleGrant(
            @PathVariable String id, @RequestBody WantedGrant body, Asker asker, ActingWish wish) {
        var command = body.command(person(id), accounts.newGrant(), clock.instant());
        return answer(accounts.obey(admin(asker, wish, command), Channel.WEB, command), false);
    }

    @Operation(operationId = "approve-role-grant", summary = "Agree to a grant that another administrator asked for")
    @PostMapping("/{id}/approve-role-grant")
    ResponseEntity<PersonAnswer> approve(
            @PathVariable String id, @RequestBody NamedGrant body, Asker asker, ActingWish wish) {
        return about(id, body, asker, wish, grant -> new ApproveRoleGrant(person(id), grant));
    }

    @Operation(operationId = "reject-role-grant", summary = "Do not agree to a grant")
    @PostMapping("/{id}/reject-role-grant")
    ResponseEntity<PersonAnswer> reject(
            @PathVariable String id, @RequestBody NamedGrant body, Asker asker, ActingWish wish) {
        return about(id, body, asker, wish, grant -> new RejectRoleGrant(person(id), grant));
    }

    @Operation(operationId = "revoke-grant", summary = "End a grant, and with it the person's sessions")
    @PostMapping("/{id}/revoke-grant")
    ResponseEntity<PersonAnswer> revoke(
            @PathVariable String id, @RequestBody NamedGrant body, Asker asker, ActingWish wish) {
        return about(id, body, asker, wish, grant -> new RevokeGrant(person(id), grant));
    }

    @Operation(operationId = "close-account", summary = "Close the account and end every grant")
    @PostMapping("/{id}/close-account")
    ResponseEntity<PersonAnswer> close(@PathVariable String id, Asker asker, ActingWish wish) {
        var actor = admin(asker, wish, new PersonCommand.CloseAccount(person(id)));
        return answer(accounts.close(actor, Channel.WEB, person(id)), false);
    }

    @Operation(operationId = "get-myself", summary = "Who is asking: person, account and grants")
    @GetMapping("/me")
    PersonAnswer me(Asker asker) {
        return get(asker.person().value(), asker);
    }

    @Operation(
            operationId = "list-colleagues",
            summary = "Who holds a role now, in the order of their ids: whom a command may name")
    @GetMapping("/colleagues")
    List<Colleague> colleagues(
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            Asker asker) {
        onlyFor(COLLEAGUES, asker);
        var violations = new Violations();
        var held = PeopleRequests.knownRole(violations, "query:role", role);
        var holder = violations.optional("query:unit", unit, UnitCode::new);
        var from = PeopleRequests.page(violations, after, limit);
        violations.refuseIfAny();
        if (held == null) {
            throw violations.refusal();
        }
        return directory.holding(held, holder, clock.instant(), from, limit).stream()
                .map(a -> new Colleague(a.person().value(), a.name().value()))
                .toList();
    }

    @Operation(
            operationId = "get-person",
            summary = "A person's account and grants; one's own, or for ADMIN and AUDITOR")
    @GetMapping("/{id}")
    PersonAnswer get(@PathVariable String id, Asker asker) {
        var person = person(id);
        if (!asker.person().equals(person)) {
            onlyFor(READERS, asker);
        }
        return people.find(person).map(PersonAnswer::of).orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
    }

    @Operation(operationId = "list-people", summary = "Persons in the order of their ids, for ADMIN and AUDITOR")
    @GetMapping
    List<PersonAnswer> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            Asker asker) {
        onlyFor(READERS, asker);
        var violations = new Violations();
        var from = PeopleRequests.page(violations, after, limit);
        violations.refuseIfAny();
        return directory.persons(from, limit).stream()
                .flatMap(p -> people.find(p).stream())
                .map(PersonAnswer::of)
                .toList();
    }

    private ResponseEntity<PersonAnswer> about(
            String id, NamedGrant body, Asker asker, ActingWish wish, Function<GrantId, PersonCommand> command) {
        person(id);
        var violations = new Violations();
        var grant = violations.required("/grant", body.grant(), GrantId::new);
        violations.refuseIfAny();
        if (grant == null) {
            throw violations.refusal();
        }
        var asked = command.apply(grant);
        return answer(accounts.obey(admin(asker, wish, asked), Channel.WEB, asked), false);
    }

    private Actor admin(Asker asker, ActingWish wish, PersonCommand command) {
        try {
            return asker.actingAs(wish, ADMIN);
        } catch (RefusedException e) {
            refusals.record(asker.onRecord(wish), command.person().stream(), command.name(), e.refusal());
            throw e;
        }
    }

    private static void onlyFor(Set<Role> roles, Asker asker) {
        if (!asker.holdsAny(roles)) {
            throw new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE)
                    .with("allowed", roles.stream().map(Role::name).sorted().collect(Collectors.joining(", "))));
        }
    }

    /** Somebody without any grant may still change a password. */
    private static Actor owner(Asker asker) {
        var role = asker.standings().isEmpty()
                ? Role.CITIZEN
                : asker.standings().getFirst().role();
        return new Actor(asker.person(), role, null, null);
    }

    private static PersonId person(String id) {
        try {
            return new PersonId(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
    }

    private static ResponseEntity<PersonAnswer> answer(PersonOutcome outcome, boolean created) {
        return switch (outcome) {
            case PersonOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
            case PersonOutcome.Done done ->
                (created ? ResponseEntity.created(URI.create("/api/people/" + done.person())) : ResponseEntity.ok())
                        .header("Casetrail-Position", Long.toString(done.position()))
                        .body(PersonAnswer.of(done.state()));
        };
    }
}
