package casetrail.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTokenTest {

    @TempDir
    Path dataDir;

    @Test
    void the_token_in_the_file_is_accepted_and_only_the_owner_can_read_it() throws Exception {
        var token = LocalToken.create(dataDir, new SecureRandom());
        assertThat(new LocalToken(dataDir).matches(token)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.resolve(LocalToken.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void another_one_and_an_older_one_are_not() {
        var older = LocalToken.create(dataDir, new SecureRandom());
        var token = LocalToken.create(dataDir, new SecureRandom());
        assertThat(token).isNotEqualTo(older);
        assertThat(new LocalToken(dataDir).matches(older)).isFalse();
        assertThat(new LocalToken(dataDir).matches("")).isFalse();
    }

    @Test
    void a_file_that_others_can_read_proves_nothing() throws Exception {
        var token = LocalToken.create(dataDir, new SecureRandom());
        Files.setPosixFilePermissions(dataDir.resolve(LocalToken.FILE), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(new LocalToken(dataDir).matches(token)).isFalse();
    }

    @Test
    void without_a_file_there_is_no_local_operator() {
        assertThat(new LocalToken(dataDir).matches("local_" + "0".repeat(64))).isFalse();
    }
}
