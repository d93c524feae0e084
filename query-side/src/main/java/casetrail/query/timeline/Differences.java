package casetrail.query.timeline;

import casetrail.events.Sealed;
import casetrail.query.casefile.CaseFile;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two case files differ in, field by field. It walks the records themselves, so a new field of the case file is compared without
 * anybody thinking of it here.
 */
final class Differences {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private Differences() {}

    /**
     * One field that changed.
     *
     * @param path for example {@code handling.unit}, {@code evidence[2].stage}
     * @param before absent if there was nothing; a text, a number, a truth, a list of these, or a {@link Sealed}
     */
    record Difference(
            String path, @Nullable Object before, @Nullable Object after) {}

    /** In the order of their paths. Clocks are told by {@link ClockChange}, the trace by the entry itself. */
    static List<Difference> between(@Nullable CaseFile before, CaseFile after) {
        Map<String, Object> was = before == null ? Map.of() : fields(before);
        var is = fields(after);
        var paths = new TreeSet<String>(was.keySet());
        paths.addAll(is.keySet());
        var differences = new ArrayList<Difference>();
        for (var path : paths) {
            if (!Objects.equals(was.get(path), is.get(path))) {
                differences.add(new Difference(path, was.get(path), is.get(path)));
            }
        }
        return differences;
    }

    /** Every field that holds something, by its path. */
    static Map<String, Object> fields(CaseFile file) {
        var fields = new TreeMap<String, Object>();
        for (var component : COMPONENTS.get(CaseFile.class)) {
            var name = component.getName();
            if (!name.equals("clocks") && !name.equals("trace")) {
                put(fields, name, read(component, file));
            }
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String path, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Sealed sealed -> fields.put(path, sealed);
            case Record record when isValue(record) -> fields.put(path, record.toString());
            case Record record -> {
                for (var component : COMPONENTS.get(record.getClass())) {
                    put(fields, path + "." + component.getName(), read(component, record));
                }
            }
            case List<?> list
            when list.stream().allMatch(Differences::isValue) -> {
                if (!list.isEmpty()) {
                    fields.put(path, list.stream().map(Object::toString).toList());
                }
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    put(fields, "%s[%d]".formatted(path, i), list.get(i));
                }
            }
            case Number number -> fields.put(path, number);
            case Boolean truth -> fields.put(path, truth);
            default -> fields.put(path, value.toString());
        }
    }

    /** Identifiers are records of one component whose text is their wire form; constants are told by their names. */
    private static boolean isValue(Object value) {
        return value instanceof Enum || (value instanceof Record && COMPONENTS.get(value.getClass()).length == 1);
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not readable: " + component, e);
        }
    }
}
