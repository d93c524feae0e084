package casetrail.edge.attachments;

import static casetrail.events.Purpose.FREE_TEXT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.edge.attachments.Attachments.Stored;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.vault.FileVault;
import casetrail.events.Sha256;
import casetrail.events.refusals.RefusalCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attachments are found by the digest of what they are, lie encrypted, and are only what they may be. */
class FileAttachmentsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path folder;

    private FileVault vault;
    private FileAttachments attachments;

    @BeforeEach
    void open() {
        vault = FileVault.in(folder.resolve("vault"));
        attachments = new FileAttachments(folder.resolve("attachments"), vault, () -> NOW);
    }

    @AfterEach
    void close() throws IOException {
        vault.close();
    }

    @Test
    void what_was_put_is_read_again_by_its_digest() throws Exception {
        var photo = jpeg(300_000);

        var stored = put(photo);

        assertThat(stored).isEqualTo(new Stored(sha256(photo), photo.length, MediaKind.JPEG));
        assertThat(attachments.has(stored.sha256())).isTrue();
        assertThat(read(stored.sha256())).isEqualTo(photo);
        assertThat(folder.resolve("attachments")
                        .resolve(stored.sha256().value().substring(0, 2))
                        .resolve(stored.sha256().value().substring(2, 4))
                        .resolve(stored.sha256().value()))
                .exists();
    }

    @Test
    void the_files_do_not_show_what_they_hold() throws IOException {
        put("my neighbour's name is Hollyhock\n".repeat(5_000).getBytes(UTF_8));

        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .doesNotContain("Hollyhock"));
    }

    @Test
    void the_same_content_twice_is_one_attachment() throws IOException {
        var photo = jpeg(1000);

        assertThat(put(photo)).isEqualTo(put(photo));
        assertThat(files())
                .filteredOn(f -> !f.startsWith(folder.resolve("vault")))
                .hasSize(1);
    }

    @Test
    void a_destroyed_key_ends_the_attachment_until_it_is_brought_again() throws IOException {
        var photo = jpeg(1000);
        var address = put(photo).sha256();

        vault.destroy("attachment-" + address, FREE_TEXT);
        assertThat(attachments.open(address)).isEmpty();

        put(photo);
        assertThat(read(address)).isEqualTo(photo);
    }

    @Test
    void an_unknown_address_holds_nothing() {
        var nowhere = new Sha256("0".repeat(64));

        assertThat(attachments.has(nowhere)).isFalse();
        assertThat(attachments.open(nowhere)).isEmpty();
    }

    @Test
    void a_changed_file_is_not_given_out_as_whole() throws IOException {
        var address = put(jpeg(200_000)).sha256();
        var file = files().stream()
                .filter(f -> f.endsWith(address.value()))
                .findFirst()
                .orElseThrow();
        var bytes = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(bytes, bytes.length - 70_000));
        assertThatThrownBy(() -> read(address)).isInstanceOf(IOException.class);

        bytes[100_000] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(address)).isInstanceOf(IOException.class);
    }

    @Test
    void too_much_is_refused_after_the_bound_and_leaves_nothing() throws IOException {
        var large = new ByteArrayInputStream(jpeg(10_000_000));

        assertRefused(RefusalCode.TOO_LARGE, () -> attachments.put(large, 100_000));

        assertThat(large.available()).isGreaterThan(9_700_000);
        assertThat(files())
                .filteredOn(f -> !f.startsWith(folder.resolve("vault")))
                .isEmpty();
    }

    @Test
    void the_bound_itself_is_allowed() throws IOException {
        assertThat(attachments
                        .put(new ByteArrayInputStream(jpeg(100_000)), 100_000)
                        .size())
                .isEqualTo(100_000);
        assertRefused(RefusalCode.TOO_LARGE, () -> attachments.put(new ByteArrayInputStream(jpeg(100_001)), 100_000));
    }

    @Test
    void nothing_is_refused_as_nothing() {
        assertRefused(RefusalCode.INVALID_REQUEST, () -> put(new byte[0]));
    }

    @ParameterizedTest
    @MethodSource
    void the_type_is_told_by_the_first_bytes(String head, MediaKind kind) throws IOException {
        assertThat(put((head + "0123456789").getBytes(ISO_8859_1)).kind()).isEqualTo(kind);
    }

    static Stream<Arguments> the_type_is_told_by_the_first_bytes() {
        return Stream.of(
                Arguments.of("\u00ff\u00d8\u00ff\u00e0", MediaKind.JPEG),
                Arguments.of("\u0089PNG\r\n\u001a\n", MediaKind.PNG),
                Arguments.of("GIF89a", MediaKind.GIF),
                Arguments.of("RIFF\0\0\0\0WEBPVP8 ", MediaKind.WEBP),
                Arguments.of("%PDF-1.7\n\u00e2\u00e3", MediaKind.PDF),
                Arguments.of("\0\0\0\u0018ftypisom\0\0", MediaKind.MP4),
                Arguments.of("<html><script>alert(1)</script>", MediaKind.TEXT));
    }

    @ParameterizedTest
    @MethodSource
    void other_types_are_refused_whatever_they_call_themselves(byte[] content) throws IOException {
        assertRefused(RefusalCode.UNSUPPORTED_TYPE, () -> put(content));
        assertThat(files())
                .filteredOn(f -> !f.startsWith(folder.resolve("vault")))
                .isEmpty();
    }

    static Stream<byte[]> other_types_are_refused_whatever_they_call_themselves() {
        return Stream.of("PK\u0003\u0004", "MZ\u0090\0", "\u007fELF", "\0\0\0\u0018ftypheic", "RIFF\0\0\0\0WAVE")
                .map(s -> s.getBytes(ISO_8859_1));
    }

    @Test
    void text_is_judged_to_its_end() throws IOException {
        var text = "窨井盖破损\n".repeat(20_000).getBytes(UTF_8);
        assertThat(read(put(text).sha256())).isEqualTo(text);

        var binaryLater = text.clone();
        binaryLater[200_000] = 0;
        assertRefused(RefusalCode.UNSUPPORTED_TYPE, () -> put(binaryLater));
        assertRefused(RefusalCode.UNSUPPORTED_TYPE, () -> put(Arrays.copyOf(text, text.length - 2)));
    }

    @Test
    void what_a_dead_process_left_is_cleared_away_when_it_is_old() throws IOException {
        var incoming = folder.resolve("attachments/incoming");
        var old = Files.write(incoming.resolve("upload-1"), new byte[10]);
        var young = Files.write(incoming.resolve("upload-2"), new byte[10]);
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(1))));
        Files.setLastModifiedTime(young, FileTime.from(NOW.minusSeconds(60)));

        var again = new FileAttachments(folder.resolve("attachments"), vault, () -> NOW);

        assertThat(again).isNotNull();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void many_may_bring_the_same_at_once() throws Exception {
        var photo = jpeg(150_000);
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<Stored> put = () -> put(photo);
            for (var stored : pool.invokeAll(List.of(put, put, put, put, put, put, put, put))) {
                assertThat(stored.get().sha256()).isEqualTo(sha256(photo));
            }
        }
        assertThat(read(sha256(photo))).isEqualTo(photo);
    }

    private Stored put(byte[] content) throws IOException {
        return attachments.put(new ByteArrayInputStream(content), Attachments.SIZE_MAX);
    }

    private byte[] read(Sha256 address) throws IOException {
        try (var opened = attachments.open(address).orElseThrow()) {
            return opened.content().readAllBytes();
        }
    }

    private List<Path> files() throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] jpeg(int size) {
        var bytes = new byte[size];
        new java.util.Random(size).nextBytes(bytes);
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 0, bytes, 0, 4);
        return bytes;
    }

    private static Sha256 sha256(byte[] bytes) throws Exception {
        return new Sha256(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    private static void assertRefused(RefusalCode code, Callable<?> what) {
        assertThatThrownBy(what::call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
