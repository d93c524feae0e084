package casetrail.edge.vault;

import static casetrail.events.Purpose.CONTACT;
import static casetrail.events.Purpose.FREE_TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.Sealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sealed opens for its owner alone, after any restart, and never again once its key was destroyed. */
class VaultTest {

    private static final String CASE = "case-00000000000000000000000001";
    private static final String OTHER = "case-00000000000000000000000002";

    @TempDir
    Path folder;

    @Test
    void what_was_sealed_opens_again_after_a_restart() throws IOException {
        var text = "窨井盖破损 \"beside\" No. 12\n";
        Sealed sealed;
        try (var vault = FileVault.in(folder)) {
            sealed = vault.seal(CASE, FREE_TEXT, "text", text);
            assertThat(vault.open(sealed)).contains(text);
        }

        try (var vault = FileVault.in(folder)) {
            assertThat(vault.open(sealed)).contains(text);
        }
    }

    @Test
    void the_same_text_is_sealed_differently_each_time() throws IOException {
        try (var vault = FileVault.in(folder)) {
            assertThat(vault.seal(CASE, FREE_TEXT, "text", "hole"))
                    .isNotEqualTo(vault.seal(CASE, FREE_TEXT, "text", "hole"));
        }
    }

    @Test
    void a_value_moved_to_another_subject_purpose_or_field_does_not_open() throws IOException {
        try (var vault = FileVault.in(folder)) {
            var sealed = vault.seal(CASE, FREE_TEXT, "text", "hole");
            vault.seal(OTHER, FREE_TEXT, "text", "other");
            vault.seal(CASE, CONTACT, "contact", "other");

            assertUnreadable(vault, new Sealed(OTHER, FREE_TEXT, "text", sealed.ciphertext()));
            assertUnreadable(vault, new Sealed(CASE, CONTACT, "text", sealed.ciphertext()));
            assertUnreadable(vault, new Sealed(CASE, FREE_TEXT, "note", sealed.ciphertext()));
        }
    }

    @Test
    void a_changed_value_does_not_open() throws IOException {
        try (var vault = FileVault.in(folder)) {
            var bytes = Base64.getDecoder()
                    .decode(vault.seal(CASE, FREE_TEXT, "text", "hole").ciphertext());
            for (int changed : new int[] {0, 4, bytes.length - 1}) {
                var copy = bytes.clone();
                copy[changed] ^= 1;
                assertUnreadable(
                        vault,
                        new Sealed(CASE, FREE_TEXT, "text", Base64.getEncoder().encodeToString(copy)));
            }
        }
    }

    @Test
    void no_file_holds_the_text() throws IOException {
        try (var vault = FileVault.in(folder)) {
            vault.seal(CASE, FREE_TEXT, "text", "the secret word is hollyhock");
        }

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain("hollyhock"));
        }
    }

    @Test
    void a_fingerprint_is_the_same_for_the_same_content_and_key_only() throws IOException {
        try (var vault = FileVault.in(folder)) {
            var print = vault.fingerprint(CASE, FREE_TEXT, "hole".getBytes(UTF_8));

            assertThat(vault.fingerprint(CASE, FREE_TEXT, "hole".getBytes(UTF_8)))
                    .isEqualTo(print);
            assertThat(vault.fingerprint(CASE, FREE_TEXT, "Hole".getBytes(UTF_8)))
                    .isNotEqualTo(print);
            assertThat(vault.fingerprint(OTHER, FREE_TEXT, "hole".getBytes(UTF_8)))
                    .isNotEqualTo(print);
        }
    }

    @Test
    void keys_are_readable_by_their_owner_only() throws IOException {
        FileVault.in(folder).close();

        for (var file : new String[] {"master.key", "keys"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Nested
    class A_destroyed_key {

        @Test
        void opens_nothing_even_after_a_restart() throws IOException {
            Sealed sealed;
            Sealed contact;
            try (var vault = FileVault.in(folder)) {
                sealed = vault.seal(CASE, FREE_TEXT, "text", "hole");
                contact = vault.seal(CASE, CONTACT, "contact", "555");
                var keys = Files.readAllBytes(folder.resolve("keys"));

                assertThat(vault.destroy(CASE, FREE_TEXT)).isTrue();

                assertThat(vault.open(sealed)).isEmpty();
                assertThat(vault.knows(CASE, FREE_TEXT)).isFalse();
                assertThat(vault.open(contact)).contains("555");
                assertThat(Files.readAllBytes(folder.resolve("keys")))
                        .hasSameSizeAs(keys)
                        .isNotEqualTo(keys);
            }
            try (var vault = FileVault.in(folder)) {
                assertThat(vault.open(sealed)).isEmpty();
                assertThat(vault.open(contact)).contains("555");
                assertThat(vault.destroy(CASE, FREE_TEXT)).isFalse();
            }
        }

        @Test
        void is_gone_at_once_for_another_process_that_had_used_it() throws IOException {
            try (var here = FileVault.in(folder);
                    var there = FileVault.in(folder)) {
                var sealed = here.seal(CASE, FREE_TEXT, "text", "hole");
                assertThat(there.open(sealed)).contains("hole");

                here.destroy(CASE, FREE_TEXT);

                assertThat(there.open(sealed)).isEmpty();
                assertThat(there.knows(CASE, FREE_TEXT)).isFalse();
            }
        }

        @Test
        void is_not_what_later_text_is_sealed_with() throws IOException {
            try (var vault = FileVault.in(folder)) {
                var before = vault.seal(CASE, FREE_TEXT, "text", "before");
                vault.destroy(CASE, FREE_TEXT);
                var after = vault.seal(CASE, FREE_TEXT, "text", "after");

                assertThat(vault.open(before)).isEmpty();
                assertThat(vault.open(after)).contains("after");
            }
        }
    }

    @Nested
    class Files_that_do_not_fit {

        @Test
        void a_master_key_of_another_vault_stops_the_start(@TempDir Path elsewhere) throws IOException {
            FileVault.in(folder).close();
            FileVault.in(elsewhere).close();
            Files.copy(
                    elsewhere.resolve("master.key"),
                    folder.resolve("master.key"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);

            assertStops("do not fit together");
        }

        @Test
        void a_missing_master_key_is_not_made_anew_over_keys() throws IOException {
            try (var vault = FileVault.in(folder)) {
                vault.seal(CASE, FREE_TEXT, "text", "hole");
            }
            Files.delete(folder.resolve("master.key"));

            assertStops("keys but no master key");
        }

        @Test
        void a_missing_key_file_is_not_made_anew() throws IOException {
            FileVault.in(folder).close();
            Files.delete(folder.resolve("keys"));

            assertStops("no key file");
        }

        @Test
        void a_first_start_that_ended_half_way_is_done_again() throws IOException {
            FileVault.in(folder).close();
            Files.delete(folder.resolve("master.key"));

            try (var vault = FileVault.in(folder)) {
                assertThat(vault.open(vault.seal(CASE, FREE_TEXT, "text", "hole")))
                        .contains("hole");
            }
        }

        @Test
        void a_master_key_that_others_may_read_stops_the_start() throws IOException {
            FileVault.in(folder).close();
            Files.setPosixFilePermissions(folder.resolve("master.key"), PosixFilePermissions.fromString("rw-r--r--"));

            assertStops("0600");
        }

        @Test
        void something_else_in_the_key_file_stops_the_start() throws IOException {
            FileVault.in(folder).close();
            Files.write(folder.resolve("keys"), new byte[KeyFile.HEADER_BYTES]);

            assertStops("not one");
        }

        private void assertStops(String because) {
            assertThatThrownBy(() -> FileVault.in(folder))
                    .isInstanceOf(VaultDamaged.class)
                    .hasMessageContaining(because);
        }
    }

    private static void assertUnreadable(FileVault vault, Sealed sealed) {
        assertThatThrownBy(() -> vault.open(sealed)).isInstanceOf(SealedUnreadable.class);
    }
}
