package casetrail.standalone.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes foreign words fit our bounds, and says what had to be done for that. */
final class ForeignText {

    private static final Pattern MOJIBAKE = Pattern.compile("[\u00c2-\u00df][\u0080-\u00bf]"
            + "|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}|\u00e2\u20ac");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");
    private static final Pattern NOT_IN_CODES = Pattern.compile("[^0-9A-Za-z.]+");
    private static final int HASH_DIGITS = 4;

    private ForeignText() {}

    /** The text as it may be stored, at most so long; oddities are added to the given ones. Nothing is repaired. */
    static String fitting(String text, int lengthMax, Set<Anomaly> oddities) {
        if (MOJIBAKE.matcher(text).find()) {
            oddities.add(Anomaly.MOJIBAKE);
        }
        if (text.indexOf('\ufffd') >= 0) {
            oddities.add(Anomaly.UNREADABLE_CHARACTERS);
        }
        var clean = text;
        if (CONTROL.matcher(text).find()) {
            oddities.add(Anomaly.CONTROL_CHARACTERS);
            clean = CONTROL.matcher(text).replaceAll(" ");
        }
        if (clean.length() > lengthMax) {
            oddities.add(Anomaly.TEXT_CUT);
            int end = Character.isHighSurrogate(clean.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax;
            clean = clean.substring(0, end);
        }
        return clean.strip();
    }

    /** A code made from words, always the same for the same words: {@code Pick up Dead Animal} gives {@code Pick-up-Dead-Animal}. */
    static String code(String words, int lengthMax) {
        var code = NOT_IN_CODES.matcher(words).replaceAll("-").replaceAll("^[-.]+|-+$", "");
        if (!code.isEmpty() && code.length() <= lengthMax) {
            return code;
        }
        // Two long names may begin alike, and a name in another script leaves nothing: a piece of its hash tells them
        // apart.
        int kept = Math.min(code.length(), lengthMax - HASH_DIGITS - 1);
        var hash = hash(words).substring(0, HASH_DIGITS);
        return kept == 0 ? "X-" + hash : code.substring(0, kept).replaceAll("-+$", "") + "-" + hash;
    }

    /** SHA-256 as hexadecimal digits. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
