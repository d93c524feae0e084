package casetrail.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** One bash in which the blocks of a tour run one after the other, so that what one sets the next one has. */
final class TourShell implements AutoCloseable {

    private static final String MARK = "--- end of block, status ";

    private static final Pattern SETTING = Pattern.compile("(?:export )?(CASETRAIL_[A-Z_]+)=.*");

    private final Process bash;
    private final BufferedReader lines;
    private final Map<String, String> given;

    /**
     * Starts it.
     *
     * @param given variables that the page sets for its reader, and that are set otherwise here
     */
    TourShell(Path directory, Map<String, String> given) throws IOException {
        this.given = given;
        var builder = new ProcessBuilder("bash", "--noprofile", "--norc").directory(directory.toFile());
        builder.environment().putAll(given);
        this.bash = builder.redirectErrorStream(true).start();
        this.lines = new BufferedReader(new InputStreamReader(bash.getInputStream(), UTF_8));
    }

    /** What a block said, and its last status. */
    record Said(int status, String words) {}

    Said run(String commands) throws IOException {
        var text = new StringBuilder();
        for (String line : commands.split("\n", -1)) {
            var setting = SETTING.matcher(line);
            if (!(setting.matches() && given.containsKey(setting.group(1)))) {
                text.append(line).append('\n');
            }
        }
        text.append("{ printf '\\n").append(MARK).append("%s\\n' \"$?\"; } 2>/dev/null\n");
        bash.getOutputStream().write(text.toString().getBytes(UTF_8));
        bash.getOutputStream().flush();
        var words = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(MARK)) {
                return new Said(Integer.parseInt(line.substring(MARK.length())), words.toString());
            }
            words.append(line).append('\n');
        }
        throw new IOException("the shell ended in a block; it said:\n" + words);
    }

    @Override
    public void close() throws IOException {
        bash.getOutputStream().close();
        bash.destroy();
        bash.onExit().join();
    }
}
