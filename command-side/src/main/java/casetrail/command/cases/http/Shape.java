package casetrail.command.cases.http;

import casetrail.events.cases.Limit;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request record, found once by looking at it. What reads requests and what documents them both go by this, so that the
 * document says what is read.
 */
record Shape(Class<? extends Record> type, List<Field> fields) {

    private static final ConcurrentMap<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();
    private static final int TEXT_MAX = 200; // of texts that bound themselves more tightly

    /** The bounds inside values that know nothing of HTTP; they check them too, but tell only the first fault. */
    private static final Map<String, int[]> OF_VALUES = Map.of(
            "Classification.majorClass", new int[] {1, 40},
            "Classification.subclass", new int[] {1, 40},
            "FilingStandard.catalogue", new int[] {1, 60},
            "FilingStandard.version", new int[] {1, 40},
            "FilingStandard.row", new int[] {1, 80},
            "ExternalReference.system", new int[] {1, 60},
            "ExternalReference.key", new int[] {1, 120},
            "Limit.amount", new int[] {1, Limit.AMOUNT_MAX});

    /**
     * One field.
     *
     * @param type what it is, or what the elements of its list are
     * @param min of its characters, elements or value
     * @param max of the same
     */
    record Field(String name, Class<?> type, boolean list, boolean required, int min, int max) {}

    static Shape of(Class<? extends Record> type) {
        return KNOWN.computeIfAbsent(type, t -> looked(type));
    }

    private static Shape looked(Class<? extends Record> type) {
        return new Shape(
                type,
                Arrays.stream(type.getRecordComponents()).map(Shape::field).toList());
    }

    private static Field field(RecordComponent component) {
        var bound = bound(component);
        boolean list = component.getType() == List.class;
        boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(
                component.getName(),
                list ? element(component.getGenericType()) : component.getType(),
                list,
                required,
                bound[0],
                bound[1]);
    }

    private static int[] bound(RecordComponent component) {
        var bound = component.getAnnotation(Bound.class);
        if (bound != null) {
            return new int[] {bound.min(), bound.max()};
        }
        var place = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        return OF_VALUES.getOrDefault(place, new int[] {1, TEXT_MAX});
    }

    private static Class<?> element(Type list) {
        if (list instanceof ParameterizedType p && p.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        throw new IllegalStateException("a list of what? " + list);
    }

    /** Whether a class stands in JSON as a text that it checks itself: an identifier. */
    static boolean isIdentifier(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value")
                && type.getRecordComponents()[0].getType() == String.class;
    }

    /**
     * The record made of its values, in the order of its fields.
     *
     * @throws IllegalArgumentException if the record refuses them together
     */
    static <R> R make(Class<R> type, @Nullable Object... values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot make a " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
