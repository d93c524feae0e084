package casetrail.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a page with the answers that it shows; {@link TourGuide} says how a page is written.
 *
 * @param line where the commands begin
 * @param expected absent if the page shows no answer
 */
record Tour(int line, String commands, @Nullable String expected) {

    private static final Pattern FENCE = Pattern.compile("```(\\w*)\\s*");

    /** The blocks of a whole page, in order. */
    static List<Tour> of(List<String> page) {
        return of(page, true, Pattern.compile(""));
    }

    /** The blocks of one section, in order: from the heading that fits to the next one as high. */
    static List<Tour> of(List<String> page, Pattern heading) {
        return of(page, false, heading);
    }

    private static List<Tour> of(List<String> page, boolean fromTheTop, Pattern heading) {
        var tour = new ArrayList<Tour>();
        boolean inside = fromTheTop;
        for (int i = 0; i < page.size(); i++) {
            String line = page.get(i);
            if (line.startsWith("## ")) {
                inside = heading.matcher(line).find();
            }
            var fence = FENCE.matcher(line);
            if (!fence.matches()) {
                continue;
            }
            int end = closing(page, i);
            String text = String.join("\n", page.subList(i + 1, end));
            if (inside && fence.group(1).equals("sh")) {
                tour.add(new Tour(i + 2, text, null));
            } else if (inside && fence.group(1).equals("console") && !tour.isEmpty()) {
                var last = tour.removeLast();
                tour.add(new Tour(last.line(), last.commands(), text));
            }
            i = end;
        }
        return tour;
    }

    /** Whether the answer is the one shown; {@code ...} stands for anything in a line, alone on a line for any lines. */
    boolean fits(String answer) {
        if (expected == null) {
            return true;
        }
        var pattern = new StringBuilder();
        for (String line : expected.strip().split("\n", -1)) {
            if (line.strip().equals("...")) {
                pattern.append("(?:[^\\n]*\\n)*?");
            } else {
                for (String part : line.stripTrailing().split("\\.\\.\\.", -1)) {
                    pattern.append(Pattern.quote(part)).append("[^\\n]*?");
                }
                pattern.setLength(pattern.length() - "[^\\n]*?".length());
                pattern.append("[ \\t]*\\n");
            }
        }
        return Pattern.matches(pattern.toString(), answer.strip() + "\n");
    }

    private static int closing(List<String> page, int opening) {
        for (int i = opening + 1; i < page.size(); i++) {
            if (page.get(i).strip().equals("```")) {
                return i;
            }
        }
        throw new IllegalArgumentException("the block of line %d is not closed".formatted(opening + 1));
    }
}
