package casetrail.edge.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of attachments there are, told by their first bytes and never by what a client says. */
public enum MediaKind {
    JPEG("image/jpeg", "jpg") {
        @Override
        boolean begins(String head) {
            return head.startsWith("\u00ff\u00d8\u00ff");
        }
    },
    PNG("image/png", "png") {
        @Override
        boolean begins(String head) {
            return head.startsWith("\u0089PNG\r\n\u001a\n");
        }
    },
    GIF("image/gif", "gif") {
        @Override
        boolean begins(String head) {
            return head.startsWith("GIF87a") || head.startsWith("GIF89a");
        }
    },
    WEBP("image/webp", "webp") {
        @Override
        boolean begins(String head) {
            return head.startsWith("RIFF") && head.startsWith("WEBP", 8);
        }
    },
    PDF("application/pdf", "pdf") {
        @Override
        boolean begins(String head) {
            return head.startsWith("%PDF-");
        }
    },
    MP4("video/mp4", "mp4") {
        @Override
        boolean begins(String head) {
            return head.startsWith("ftyp", 4) && head.length() >= 12 && MP4_BRANDS.contains(head.substring(8, 12));
        }
    },
    /** UTF-8 without control characters; the only type that is judged by all of its bytes. Tried last. */
    TEXT("text/plain", "txt") {
        @Override
        boolean begins(String head) {
            return head.chars().allMatch(PlainText::mayStand);
        }
    };

    /** How many first bytes are needed to tell. */
    static final int HEAD_BYTES = 512;

    /** Of the family of ISO base media files only films; pictures of that family (HEIC, AVIF) few readers can show. */
    private static final Set<String> MP4_BRANDS =
            Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash");

    private final String mediaType;
    private final String extension;

    MediaKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    abstract boolean begins(String head);

    /** What the bytes are by their beginning, if it is a known type. */
    static Optional<MediaKind> of(byte[] head) {
        var latin = new String(head, ISO_8859_1); // one character for each byte
        return Arrays.stream(values()).filter(kind -> kind.begins(latin)).findFirst();
    }

    /** As it stands in {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** What its file name ends in. */
    public String extension() {
        return extension;
    }

    /** All that are accepted, for an answer. */
    public static String known() {
        return Arrays.stream(values()).map(MediaKind::mediaType).collect(Collectors.joining(", "));
    }
}
