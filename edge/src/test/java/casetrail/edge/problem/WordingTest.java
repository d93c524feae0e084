package casetrail.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.Guard;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    private static final List<Locale> BOTH = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final Wording wording = new Wording();

    @ParameterizedTest
    @EnumSource
    void every_code_has_words_in_both_languages(RefusalCode code) {
        for (var language : BOTH) {
            var words = wording.of(Refusal.of(code), language);
            assertThat(List.of(words.title(), words.detail(), words.remedy())).noneMatch(String::isBlank);
            assertThat(words.title() + words.detail() + words.remedy())
                    .doesNotContain("{", "}", "[[", "]]", "!")
                    .matches(language.equals(Locale.CHINESE) ? "(?s).*\\p{IsHan}.*" : "(?s)\\P{IsHan}*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_guard_has_words_in_both_languages(Guard guard) {
        for (var language : BOTH) {
            var words = wording.of(new Refusal(RefusalCode.GUARD_FAILED, guard, new TreeMap<>(), List.of()), language);
            assertThat(List.of(words.detail(), words.remedy())).noneMatch(String::isBlank);
            assertThat(words.detail() + words.remedy())
                    .doesNotContain("{", "}", "[[", "]]", "!")
                    .matches(language.equals(Locale.CHINESE) ? "(?s).*\\p{IsHan}.*" : "(?s)\\P{IsHan}*");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_has_words_in_both_languages(FaultRule rule) {
        for (var language : BOTH) {
            var fault = wording.of(new Violation("/field", rule, new TreeMap<>()), language);
            assertThat(List.of(fault.detail(), fault.remedy())).noneMatch(String::isBlank);
        }
    }

    @Test
    void there_are_words_for_nothing_else_and_both_languages_name_the_same_facts() {
        var wanted = new TreeSet<String>();
        for (var code : RefusalCode.values()) {
            Stream.of(".title", ".detail", ".remedy").forEach(part -> wanted.add(code + part));
        }
        Arrays.stream(Guard.values())
                .forEach(g -> Stream.of(".detail", ".remedy").forEach(p -> wanted.add("guard." + g + p)));
        Arrays.stream(FaultRule.values())
                .forEach(r -> Stream.of(".detail", ".remedy").forEach(p -> wanted.add("rule." + r + p)));
        var english = bundle(Locale.ROOT);
        var chinese = bundle(Locale.CHINESE);
        assertThat(english.keySet()).isEqualTo(wanted);
        assertThat(chinese.keySet()).isEqualTo(wanted);
        for (var key : wanted) {
            assertThat(facts(chinese.getString(key))).as(key).isSubsetOf(facts(english.getString(key)));
        }
    }

    @Test
    void a_part_in_brackets_stands_only_if_its_facts_are_given() {
        assertThat(Wording.filled("it has run out[[; it ended at {deadline}]]", Map.of()))
                .isEqualTo("it has run out");
        assertThat(Wording.filled("it has run out[[; it ended at {deadline}]]", Map.of("deadline", "$1 {x}")))
                .startsWith("it has run out; it ended at $1");
        assertThat(Wording.filled("at most {max}", Map.of())).isEqualTo("at most -");
    }

    @Test
    void whoever_reads_neither_language_gets_english() {
        assertThat(wording.of(Refusal.of(RefusalCode.NOT_FOUND), Locale.FRENCH).title())
                .isEqualTo("not found");
        assertThat(wording.of(Refusal.of(RefusalCode.NOT_FOUND), Locale.SIMPLIFIED_CHINESE)
                        .title())
                .isEqualTo("未找到");
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "casetrail.edge.problem.refusals",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> facts(String template) {
        var facts = new TreeSet<String>();
        Pattern.compile("\\{(\\w+)}").matcher(template).results().forEach(m -> facts.add(m.group(1)));
        return facts;
    }
}
