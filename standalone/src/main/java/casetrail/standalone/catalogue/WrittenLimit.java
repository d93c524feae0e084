package casetrail.standalone.catalogue;

import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time limit as a table writes it, and as it is read.
 *
 * @param written as found, for example {@code 2紧急工作时}
 * @param note what stands around the amount and its unit, for example {@code 种植季节} (in the planting season) or {@code 制止} (to stop it)
 * @param unitAssumed whether the table says only days or hours; they are read as working days and hours, as another edition of the same
 *     table has them
 */
public record WrittenLimit(
        Limit limit, String written, @Nullable String note, boolean unitAssumed) {

    private static final Map<String, LimitUnit> UNITS = Map.of(
            "紧急工作时", LimitUnit.URGENT_HOUR,
            "紧急工作日", LimitUnit.URGENT_DAY,
            "工作时", LimitUnit.WORKING_HOUR,
            "工作日", LimitUnit.WORKING_DAY,
            "自然日", LimitUnit.CALENDAR_DAY,
            "分钟", LimitUnit.MINUTE,
            "小时", LimitUnit.WORKING_HOUR,
            "天", LimitUnit.WORKING_DAY);
    private static final Pattern FORM = Pattern.compile(
            "(?<before>\\D*)(?<amount>[0-9]{1,6})\\s*(?<unit>紧急工作时|紧急工作日|工作时|工作日|自然日|分钟|小时|天)(?<after>\\D*)");

    /** The limit that the words say; empty if they say none. */
    public static Optional<WrittenLimit> read(String written) {
        var found = FORM.matcher(written.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(found.group("amount"));
        var word = found.group("unit");
        var unit = UNITS.get(word);
        if (unit == null || amount < 1 || amount > Limit.AMOUNT_MAX) {
            return Optional.empty();
        }
        var note = (found.group("before") + found.group("after")).strip();
        boolean assumed = word.equals("小时") || word.equals("天");
        return Optional.of(
                new WrittenLimit(new Limit(amount, unit), written.strip(), note.isEmpty() ? null : note, assumed));
    }
}
