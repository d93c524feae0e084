package casetrail.standalone.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class OwnerOnlyTest {

    private static final int SECRETS = 2_000;

    @Test
    void a_secret_is_letters_and_digits_and_never_comes_twice() {
        var seen = new HashSet<String>();
        for (int i = 0; i < SECRETS; i++) {
            var secret = OwnerOnly.newSecret();
            assertThat(secret).matches("[0-9A-Za-z]{33}");
            assertThat(seen.add(secret)).isTrue();
        }
        // All 62 characters occur: 2,000 secrets have 66,000 of them.
        assertThat(String.join("", seen).chars().distinct()).hasSize(62);
    }
}
