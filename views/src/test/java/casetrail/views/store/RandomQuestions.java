package casetrail.views.store;

import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Order;
import casetrail.views.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents and questions about them, the same for the same seed. Few values, so that many documents share one. */
final class RandomQuestions {

    private static final String NAME_LETTERS = "019AZaz._-";
    private static final int NAME_LENGTH_MAX = 6;
    private static final int PARTS_MAX = 3;
    private static final int TERMS_MAX = 5;
    private static final int NUMBERS = 9;
    private static final double PRESENT = 0.75;
    private static final List<Integer> LIMITS = List.of(1, 2, 3, 7, 50, 1_000);
    private static final List<String> NUMBER_FIELDS = List.of("updated", "due", "lon", "lat", "version", "dueAt");
    private static final List<String> TERM_FIELDS = List.of("state", "unit", "order", "stream", "dueat");

    private final Random random;

    RandomQuestions(long seed) {
        random = new Random(seed);
    }

    /** Documents of different streams; two lists of one generator share some of their streams. */
    List<Document> documents(int count) {
        Map<String, Document> documents = new LinkedHashMap<>();
        while (documents.size() < count) {
            var name = name();
            documents.put(name, Samples.document(name, random.nextInt(1_000), values()));
        }
        return List.copyOf(documents.values());
    }

    private String name() {
        var name = new StringBuilder();
        int length = 1 + random.nextInt(NAME_LENGTH_MAX);
        for (int n = 0; n < length; n++) {
            name.append(NAME_LETTERS.charAt(random.nextInt(NAME_LETTERS.length())));
        }
        return name.toString();
    }

    private Map<String, Value> values() {
        Map<String, Value> values = new HashMap<>();
        for (var field : TERM_FIELDS) {
            if (random.nextDouble() < PRESENT) {
                values.put(field, Samples.term(term()));
            }
        }
        for (var field : NUMBER_FIELDS) {
            if (random.nextDouble() < PRESENT) {
                values.put(field, Samples.whole(number()));
            }
        }
        if (random.nextDouble() < PRESENT) {
            values.put("words", Value.Terms.of(terms(random.nextInt(TERMS_MAX))));
        }
        return values;
    }

    String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    int limit() {
        return LIMITS.get(random.nextInt(LIMITS.size()));
    }

    Order order() {
        var field = oneOf("", "state", "unit", "updated", "due", "stream", "version", "dueat");
        return new Order(field.isEmpty() ? null : field, random.nextBoolean());
    }

    Condition condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 ->
                new Condition.Is(
                        oneOf("state", "unit", "order", "stream", "dueat"), terms(1 + random.nextInt(TERMS_MAX)));
            case 1 -> new Condition.Between(numberField(), bound(), bound());
            case 2 -> new Condition.HasAll("words", terms(1 + random.nextInt(2)));
            case 3 -> new Condition.HasAny("words", terms(1 + random.nextInt(TERMS_MAX)));
            case 4 -> new Condition.Absent(oneOf("state", "due", "lon"));
            case 5 -> new Condition.All(parts(depth));
            default -> new Condition.Any(parts(depth));
        };
    }

    private List<Condition> parts(int depth) {
        return Stream.generate(() -> condition(depth - 1))
                .limit(random.nextInt(PARTS_MAX + 1))
                .toList();
    }

    private String numberField() {
        return NUMBER_FIELDS.get(random.nextInt(NUMBER_FIELDS.size()));
    }

    private @Nullable Long bound() {
        return random.nextInt(3) == 0 ? null : number();
    }

    private long number() {
        return switch (random.nextInt(20)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            default -> random.nextInt(NUMBERS) - NUMBERS / 2;
        };
    }

    private String term() {
        return Samples.ODD_TERMS.get(random.nextInt(Samples.ODD_TERMS.size()));
    }

    private Set<String> terms(int count) {
        var terms = new HashSet<String>();
        IntStream.range(0, count).forEach(n -> terms.add(term()));
        return terms;
    }
}
