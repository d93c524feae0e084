package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Makes accounts as an administrator does. */
record People(Client administrator) {

    /** An account with one role, and its password. */
    String hire(String account, String role) throws IOException, InterruptedException {
        String password = "pass-word-of-" + new StringBuilder(account).reverse();
        var made = administrator.post(
                "/api/people", "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var granted = administrator.post(
                made.headers().get("location") + "/request-role-grant", "{\"role\":\"%s\"}".formatted(role));
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        return password;
    }
}
