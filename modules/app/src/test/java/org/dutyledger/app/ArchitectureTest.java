package org.dutyledger.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The walls of docs/architecture.md, each with the reason why it stands. */
@AnalyzeClasses(packages = "org.dutyledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] MODULES = {
        "contract",
        "client",
        "liability",
        "embedded",
        "ledger",
        "intake",
        "views",
        "feed",
        "alerting",
        "web",
        "app"
    };

    @ArchTest
    static final ArchRule LIABILITY_IS_PURE =
            noClasses()
                    .that()
                    .resideInAPackage("org.dutyledger.liability..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "org.springframework..",
                                    "org.axonframework..",
                                    "org.apache.kafka..",
                                    "jakarta..",
                                    "java.sql..",
                                    "javax.sql..",
                                    "java.net..",
                                    "java.nio.file.."))
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(Clock.class, Random.class, File.class, Thread.class)
                    .because(
                            "a court expert recomputes an answer on another machine and must get the same bytes (ADR 008)");

    @ArchTest
    static final ArchRule LIABILITY_COUNTS_EXACTLY =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.dutyledger.liability.damage..", "org.dutyledger.liability.duty..")
                    .and()
                    // rule 58 itself asks for IEEE doubles in the estimate of future harm
                    .doNotHaveSimpleName("Lognormal")
                    .should()
                    .accessClassesThat()
                    .belongToAnyOf(Double.class, Float.class)
                    .because("binary fractions are not amounts of money (semantics)");

    @ArchTest
    static final ArchRule LIABILITY_KEEPS_NO_BINARY_FRACTION =
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("org.dutyledger.liability..")
                    .and()
                    .areDeclaredInClassesThat()
                    .doNotHaveSimpleName("Lognormal")
                    .should()
                    .notHaveRawType(double.class)
                    .andShould()
                    .notHaveRawType(float.class)
                    .because("binary fractions are not amounts of money (semantics)");

    @ArchTest
    static final ArchRule TIME_IS_TOLD_BY_THE_CLOCK =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because(
                            "the ledger's clock is one bean, so that tests and replays can set it");

    @ArchTest
    static final ArchRule THE_CLOCK_IS_MADE_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.dutyledger.app.service..",
                            // has no wiring around it: it lives in a provider's process
                            "org.dutyledger.client..")
                    .should()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .because("the wiring gives the clock; everyone else is given it");

    @ArchTest
    static final ArchRule ONE_JSON_LIBRARY =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml.jackson.databind..")
                    .because(
                            "Jackson 2 only comes along with Kafka and Axon; ours is Jackson 3 (ADR 012)");

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR =
            fields().should()
                    .notBeAnnotatedWith(Autowired.class)
                    .andShould()
                    .notBeAnnotatedWith(Value.class)
                    .because("an object that exists is complete");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto")
                    .because("such a name says that nobody knew what the class is");

    @ArchTest
    static final ArchRule MODULES_HAVE_NO_CYCLES =
            slices().matching("org.dutyledger.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("the walk has no way back (docs/architecture.md)");

    @ArchTest
    static void modulesSeeOnlyWhatTheArchitectureAllows(JavaClasses everything) {
        var may =
                Map.of(
                        "contract", Set.<String>of(),
                        "client", Set.of("contract"),
                        "embedded", Set.<String>of(),
                        "liability", Set.of("contract"),
                        "ledger", Set.of("contract", "liability"),
                        "intake", Set.of("contract", "liability", "ledger"),
                        "views", Set.of("contract", "liability", "ledger"),
                        "feed", Set.of("contract", "liability", "ledger"),
                        "alerting", Set.of("contract", "liability", "ledger", "views"),
                        "web",
                                Set.of(
                                        "contract",
                                        "liability",
                                        "ledger",
                                        "views",
                                        "feed",
                                        "alerting",
                                        "intake"));
        may.forEach((module, seen) ->
                noClasses()
                        .that()
                        .resideInAPackage("org.dutyledger." + module + "..")
                        .should()
                        .dependOnClassesThat(others(module, seen))
                        .because(module + " may see " + seen + " only: facts walk one way")
                        .check(everything));
    }

    private static DescribedPredicate<JavaClass> others(String module, Set<String> seen) {
        DescribedPredicate<JavaClass> forbidden = DescribedPredicate.alwaysFalse();
        for (String other : MODULES) {
            if (!other.equals(module) && !seen.contains(other)) {
                forbidden = forbidden.or(resideInAPackage("org.dutyledger." + other + ".."));
            }
        }
        return forbidden.as("belong to another module than %s", seen);
    }

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes()
                    .that()
                    .haveSimpleName("package-info")
                    .should()
                    .beAnnotatedWith(NullMarked.class)
                    .because("the compiler then checks what may be absent");

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses everything) {
        Set<String> described =
                everything.stream()
                        .filter(c -> c.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName)
                        .collect(toSet());
        Set<String> all = everything.stream().map(JavaClass::getPackageName).collect(toSet());
        assertThat(described).as("packages with a package-info").containsAll(all);
    }

    @ArchTest
    static void aPackageLivesInOneModule(JavaClasses everything) {
        Map<String, Set<String>> homes =
                everything.stream()
                        .collect(
                                groupingBy(
                                        JavaClass::getPackageName,
                                        mapping(ArchitectureTest::home, toSet())));
        assertThat(homes).allSatisfy((name, places) -> assertThat(places).as(name).hasSize(1));
    }

    /** The jar or directory a class was read from; a module's jar of tests is the module's own. */
    private static String home(JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        return uri.substring(0, uri.indexOf("org/dutyledger/")).replace("-tests.jar!", ".jar!");
    }
}
