package casetrail.edge.vault;

import static casetrail.events.Purpose.FREE_TEXT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.Sealed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that was sealed and answered is lost by a crash, whatever it leaves at the end of the key file. */
class VaultCrashTest {

    private static final int SUBJECTS = Boolean.getBoolean("casetrail.full") ? 200_000 : 4_000;
    private static final int THREADS = 32;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, KeySlot.BYTES - 1, KeySlot.BYTES, 3 * KeySlot.BYTES + 17})
    void a_torn_tail_is_cut_off_and_written_over(int tornBytes) throws IOException {
        var sealed = sealed(3);
        for (byte filler : new byte[] {0, 'K', (byte) 0xff}) {
            var torn = new byte[tornBytes];
            java.util.Arrays.fill(torn, filler);
            Files.write(folder.resolve("keys"), torn, StandardOpenOption.APPEND);

            try (var vault = FileVault.in(folder)) {
                sealed.forEach((subject, s) -> assertThat(vault.open(s)).contains(subject));
                var subject = "case-new" + filler + tornBytes;
                sealed.put(subject, vault.seal(subject, FREE_TEXT, "text", subject));
            }
        }
        try (var vault = FileVault.in(folder)) {
            sealed.forEach((subject, s) -> assertThat(vault.open(s)).contains(subject));
        }
    }

    @Test
    void a_tail_torn_by_another_process_is_repaired_without_a_restart() throws IOException {
        try (var vault = FileVault.in(folder)) {
            var before = vault.seal("case-1", FREE_TEXT, "text", "before");
            Files.write(folder.resolve("keys"), new byte[700], StandardOpenOption.APPEND);
            var after = vault.seal("case-2", FREE_TEXT, "text", "after");

            assertThat(vault.open(before)).contains("before");
            assertThat(vault.open(after)).contains("after");
        }
    }

    @Test
    void a_hole_that_was_never_written_is_passed_over() throws IOException {
        var sealed = sealed(3);
        overwrite(1, new byte[KeySlot.BYTES]); // the disk kept a later block of a batch, and not this one
        sealed.remove("case-1");

        try (var vault = FileVault.in(folder)) {
            sealed.forEach((subject, s) -> assertThat(vault.open(s)).contains(subject));
        }
    }

    @Test
    void a_damaged_key_amid_others_stops_the_start() throws IOException {
        sealed(3);
        overwrite(1, "not a key".getBytes(UTF_8));

        assertThatThrownBy(() -> FileVault.in(folder))
                .isInstanceOf(VaultDamaged.class)
                .hasMessageContaining("slot 1");
    }

    @Test
    void many_threads_and_two_vaults_on_one_folder_make_one_key_for_each_subject() throws Exception {
        System.out.printf("vault: %,d subjects, %d threads, casetrail.full=%s%n", SUBJECTS, THREADS, SUBJECTS > 4_000);
        try (var here = FileVault.in(folder);
                var there = FileVault.in(folder);
                var pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Map<String, Sealed>>> parts = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int first = t / 2 * 2; // two threads, one in each vault, have the same subjects
                var vault = t % 2 == 0 ? here : there;
                parts.add(pool.submit(() -> seals(vault, first)));
            }
            for (var part : parts) {
                part.get().forEach((subject, value) -> {
                    assertThat(here.open(value)).contains(subject);
                    assertThat(there.open(value)).contains(subject);
                });
            }
        }
        long slots = (Files.size(folder.resolve("keys")) - KeyFile.HEADER_BYTES) / KeySlot.BYTES;
        assertThat(slots).isEqualTo((long) SUBJECTS / 2);
    }

    @Test
    void a_killed_process_has_lost_nothing_that_it_answered() throws Exception {
        for (int round = 0; round < 3; round++) {
            var process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SealingProcess.class.getName(),
                            folder.toString(),
                            "case-r" + round)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answered = new ArrayList<String>();
            try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                while (answered.size() < 100 * (round + 1)) {
                    answered.add(lines.readLine());
                }
                process.toHandle()
                        .destroyForcibly(); // the process itself would also close the stream that is still to be read
                lines.lines().filter(l -> l.endsWith(";")).forEach(answered::add);
            }
            process.waitFor();

            try (var vault = FileVault.in(folder)) {
                for (var line : answered) {
                    int space = line.indexOf(' ');
                    var subject = line.substring(0, space);
                    var ciphertext = line.substring(space + 1, line.length() - 1);
                    assertThat(vault.open(new Sealed(subject, FREE_TEXT, "text", ciphertext)))
                            .contains(subject);
                }
            }
        }
    }

    private static Map<String, Sealed> seals(Vault vault, int first) {
        var all = new HashMap<String, Sealed>();
        for (int i = 0; i < SUBJECTS / THREADS; i++) {
            var subject = "case-%d-%d".formatted(first, i);
            all.put(subject, vault.seal(subject, FREE_TEXT, "text", subject));
        }
        return all;
    }

    private Map<String, Sealed> sealed(int count) throws IOException {
        var all = new HashMap<String, Sealed>();
        try (var vault = FileVault.in(folder)) {
            for (int i = 0; i < count; i++) {
                var subject = "case-" + i;
                all.put(subject, vault.seal(subject, FREE_TEXT, "text", subject));
            }
        }
        return all;
    }

    private void overwrite(int slot, byte[] bytes) throws IOException {
        try (var file = FileChannel.open(folder.resolve("keys"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(bytes), KeyFile.HEADER_BYTES + (long) slot * KeySlot.BYTES);
        }
    }
}
