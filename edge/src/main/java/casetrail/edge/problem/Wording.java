package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of every code, guard and rule, in English and Chinese; templates name their facts in braces; see {@link #filled}. */
public final class Wording {

    /** The languages there are words in; the first one serves whoever reads none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private static final String BUNDLE = "casetrail.edge.problem.refusals";
    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern IF_GIVEN = Pattern.compile("\\[\\[(.*?)]]");

    /** What is said of one refusal. */
    public record Words(String title, String detail, String remedy) {}

    /** The language that a reader of the given one gets. */
    public Locale languageFor(Locale wanted) {
        return LANGUAGES.stream()
                .filter(l -> l.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    /** A guard's words where a guard is named, else the code's. */
    public Words of(Refusal refusal, Locale locale) {
        var bundle = bundle(locale);
        var code = refusal.code().name();
        if (refusal.guard() == null) {
            return new Words(
                    bundle.getString(code + ".title"),
                    filled(bundle.getString(code + ".detail"), refusal.facts()),
                    filled(bundle.getString(code + ".remedy"), refusal.facts()));
        }
        var guard = "guard." + refusal.guard().name();
        return new Words(
                bundle.getString(code + ".title"),
                filled(bundle.getString(guard + ".detail"), refusal.facts()),
                filled(bundle.getString(guard + ".remedy"), refusal.facts()));
    }

    /** One fault of a request. */
    public Problem.Fault of(Violation violation, Locale locale) {
        var bundle = bundle(locale);
        var rule = "rule." + violation.rule().name();
        return new Problem.Fault(
                violation.pointer(),
                violation.rule().slug(),
                filled(bundle.getString(rule + ".detail"), violation.facts()),
                filled(bundle.getString(rule + ".remedy"), violation.facts()));
    }

    private ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                languageFor(locale),
                Wording.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The template with its facts. What stands in double brackets is left out if one of its facts is not given; elsewhere a dash stands
     * for it: an answer must not fail for want of a word.
     */
    static String filled(String template, Map<String, String> facts) {
        var parts = IF_GIVEN.matcher(template).replaceAll(m -> {
            boolean given = FACT.matcher(m.group(1)).results().allMatch(f -> facts.containsKey(f.group(1)));
            return given ? Matcher.quoteReplacement(m.group(1)) : "";
        });
        return FACT.matcher(parts).replaceAll(m -> Matcher.quoteReplacement(facts.getOrDefault(m.group(1), "-")));
    }
}
