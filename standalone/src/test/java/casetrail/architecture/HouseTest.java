package casetrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the real classes, and every rule catches the offender that was planted for it. */
class HouseTest {
    private static final String PLANTED_ROOT = "casetrail.architecture.planted";
    private static final int CLASSES_AT_LEAST = 600;

    private static final JavaClasses REAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Tests of other modules lie in jars of their own.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("casetrail");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

    static Stream<String> rules() {
        return new House("casetrail").rules().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(String name) {
        ruleOf("casetrail", name).allowEmptyShould(true).check(REAL);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_catches_what_was_planted_against_it(String name) {
        assertThat(ruleOf(PLANTED_ROOT, name)
                        .evaluate(PLANTED)
                        .getFailureReport()
                        .getDetails())
                .as(name)
                .isNotEmpty();
    }

    @Test
    void the_rules_saw_the_whole_house() {
        assertThat(REAL).hasSizeGreaterThan(CLASSES_AT_LEAST);
        for (String room :
                new String[] {"events", "rules", "ledger", "views", "edge", "command", "query", "standalone"}) {
            assertThat(REAL.stream().filter(type -> type.getPackageName().startsWith("casetrail." + room)))
                    .as(room)
                    .isNotEmpty();
        }
    }

    private static ArchRule ruleOf(String root, String name) {
        ArchRule rule = new House(root).rules().get(name);
        assertThat(rule).isNotNull();
        return rule;
    }
}
