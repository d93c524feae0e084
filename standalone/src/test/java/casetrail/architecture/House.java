package casetrail.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules of the house for the packages under one root. The root is a parameter so that the same rules judge the
 * real classes and the planted offenders.
 */
record House(String root) {

    private static final String BANNED_NAMES =
            ".*(Manager|Helper|Utils?|Impl|Base|Processor|Data|Info|Dto|Vo|DTO|VO)|Abstract[A-Z].*";

    Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("events see nobody", onlySees("events", "tools.jackson..", "com.fasterxml.jackson.annotation.."));
        rules.put("rules see events", onlySees("rules", in("events")));
        rules.put("a domain package is pure", domainIsPure());
        rules.put("a fold is pure", foldsArePure());
        rules.put(
                "the ledger knows no room above",
                neverSees("ledger", "views", "edge", "command", "query", "standalone"));
        rules.put("views know no room above", neverSees("views", "edge", "ledger", "command", "query", "standalone"));
        rules.put("the edge knows neither side", neverSees("edge", "command", "query", "standalone"));
        rules.put("commands never see queries", neverSees("command", "query", "standalone"));
        rules.put("queries never see commands", neverSees("query", "command", "standalone"));
        rules.put("queries never see the engine", neverSees("query", "ledger"));
        rules.put("no cycles between command features", noCycles("command"));
        rules.put("no cycles between query features", noCycles("query"));
        rules.put("no cycles between edge features", noCycles("edge"));
        rules.put("names say what a thing is", names());
        rules.put("nothing is injected into fields", noFieldInjection());
        rules.put("one way to log, one way to serialise", noForeignEngines());
        return rules;
    }

    private String in(String room) {
        return root + "." + room + "..";
    }

    private ArchRule onlySees(String room, String... besides) {
        return classes()
                .that()
                .resideInAPackage(in(room))
                .should(ArchConditions.onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", in(room))
                        .or(resideInAnyPackage(besides))
                        .or(areArrayOrPrimitive())));
    }

    private ArchRule neverSees(String room, String... others) {
        String[] packages = Arrays.stream(others).map(this::in).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    /** A feature package itself, without the technical packages below it, is where the rules of the trade live. */
    private ArchRule domainIsPure() {
        String feature = root + ".command.(*)";
        return classes()
                .that()
                .resideInAPackage(feature)
                .should(ArchConditions.onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", in("events"), in("rules"), feature)
                                .and(not(resideInAnyPackage("java.sql..", "java.net..")))
                                .or(areArrayOrPrimitive())));
    }

    private ArchRule foldsArePure() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Fold")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.sql..", "javax.sql..", "java.net..", "org.springframework..", "com.mongodb..")
                        .or(new DescribedPredicate<>("are clocks") {
                            @Override
                            public boolean test(JavaClass type) {
                                return type.isAssignableTo("java.time.InstantSource");
                            }
                        }));
    }

    private ArchRule noCycles(String room) {
        return slices().matching(root + "." + room + ".(*)..").should().beFreeOfCycles();
    }

    /** CorrectData is the trade's own name of a command (T35); the ban means names that only say "some record". */
    private ArchRule names() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveSimpleName("CorrectData")
                .should()
                .haveNameNotMatching(".*[.$](" + BANNED_NAMES + ")");
    }

    private ArchRule noFieldInjection() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("jakarta.annotation.Resource");
    }

    private ArchRule noForeignEngines() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "org.apache.commons.logging..",
                        "com.thoughtworks.xstream..",
                        "com.fasterxml.jackson.databind..");
    }

    private static DescribedPredicate<JavaClass> areArrayOrPrimitive() {
        return new DescribedPredicate<>("are arrays or primitives") {
            @Override
            public boolean test(JavaClass type) {
                return type.getBaseComponentType().isPrimitive();
            }
        };
    }
}
