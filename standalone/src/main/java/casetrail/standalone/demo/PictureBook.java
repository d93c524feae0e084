package casetrail.standalone.demo;

import casetrail.edge.attachments.Attachments;
import casetrail.events.Sha256;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.EvidenceStage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** One plain picture (PNG) for each stage of evidence, stored like everybody's; a made-up city has no photographs. */
final class PictureBook {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int BITS = 8;
    private static final int RGB = 2;

    private final Map<EvidenceStage, Sha256> stored = new EnumMap<>(EvidenceStage.class);

    PictureBook(Attachments attachments) {
        for (var stage : EvidenceStage.values()) {
            stored.put(stage, put(attachments, picture(colour(stage))));
        }
    }

    List<Evidence> of(EvidenceStage... stages) {
        return Arrays.stream(stages).map(this::of).toList();
    }

    private Evidence of(EvidenceStage stage) {
        var address = stored.get(stage);
        if (address == null) {
            throw new IllegalStateException("no picture for " + stage);
        }
        return new Evidence(address, stage);
    }

    private static Sha256 put(Attachments attachments, byte[] picture) {
        try {
            return attachments
                    .put(new ByteArrayInputStream(picture), picture.length)
                    .sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int colour(EvidenceStage stage) {
        return switch (stage) {
            case BEFORE -> 0xc04030;
            case AFTER -> 0x30a050;
            case VERIFICATION -> 0xd0a020;
            case CHECK -> 0x3060b0;
            case OTHER -> 0x808080;
        };
    }

    private static byte[] picture(int colour) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(SIGNATURE);
        chunk(all, "IHDR", header());
        chunk(all, "IDAT", pixels(colour));
        chunk(all, "IEND", new byte[0]);
        return all.toByteArray();
    }

    private static byte[] header() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(WIDTH);
            out.writeInt(HEIGHT);
            out.write(new byte[] {BITS, RGB, 0, 0, 0});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] pixels(int colour) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < HEIGHT; y++) {
                out.write(0); // each line says how it is filtered: not at all
                for (int x = 0; x < WIDTH; x++) {
                    out.write(new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream all, String type, byte[] content) {
        var typed = new ByteArrayOutputStream();
        typed.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        typed.writeBytes(content);
        var crc = new CRC32();
        crc.update(typed.toByteArray());
        try (var out = new DataOutputStream(all)) {
            out.writeInt(content.length);
            out.write(typed.toByteArray());
            out.writeInt((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
