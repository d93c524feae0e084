package casetrail.edge.identity;

import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives out tokens and ends them. Stands on command-side, because who came in is put on record. */
@RestController
@Tag(name = "login", description = "Tokens that prove who is asking")
public class LoginController {

    private static final int TYPED_MAX = 200;

    private final Logins logins;
    private final TokenBook tokens;
    private final AccessRecord record;

    LoginController(Logins logins, TokenBook tokens, AccessRecord record) {
        this.logins = logins;
        this.tokens = tokens;
        this.record = record;
    }

    /** What a client types. */
    record LoginRequest(@Nullable String account, @Nullable String password) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "LoginRequest[...]";
        }
    }

    /** The token, told once. */
    record LoginAnswer(String token, Instant expiresAt) {

        /** Never shows the token. */
        @Override
        public String toString() {
            return "LoginAnswer[until %s]".formatted(expiresAt);
        }
    }

    @Operation(operationId = "login", summary = "Get a token for an account and its password")
    @SecurityRequirements
    @PostMapping(path = "/api/login", produces = MediaType.APPLICATION_JSON_VALUE)
    LoginAnswer login(@RequestBody LoginRequest body, HttpServletRequest request) {
        var violations = new Violations();
        typed(violations, "/account", body.account());
        typed(violations, "/password", body.password());
        violations.refuseIfAny();
        if (body.account() == null || body.password() == null) {
            throw new RefusedException(RefusalCode.NOT_AUTHENTICATED);
        }
        var account = logins.login(body.account(), body.password(), request.getRemoteAddr());
        var given = tokens.give(account);
        return new LoginAnswer(given.token(), given.kept().expiresAt());
    }

    @Operation(operationId = "logout", summary = "End the token that this request is made with")
    @PostMapping("/api/logout")
    ResponseEntity<Void> logout(Asker asker) {
        if (tokens.end(asker.session())) {
            record.tokensEnded(asker.person(), asker.account(), "LOGOUT");
        }
        return ResponseEntity.noContent().build();
    }

    private static void typed(Violations violations, String pointer, @Nullable String value) {
        if (value == null) {
            violations.add(pointer, FaultRule.MISSING);
        } else if (value.length() > TYPED_MAX) {
            violations.add(pointer, FaultRule.TOO_LONG, Map.of("length", value.length(), "max", TYPED_MAX));
        }
    }
}
