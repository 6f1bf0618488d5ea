package org.dutyledger.liability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

@AnalyzeClasses(packages = "org.dutyledger.liability", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Rule 58, and the exact ratio that it takes its doubles from. */
    private static final List<String> ESTIMATING = List.of("Lognormal", "Ratio");

    private static final DescribedPredicate<JavaClass> FLOATING =
            new DescribedPredicate<>("float or double") {
                @Override
                public boolean test(JavaClass type) {
                    return List.of("float", "double", "java.lang.Float", "java.lang.Double")
                            .contains(type.getBaseComponentType().getName());
                }
            };

    @ArchTest
    static final ArchRule readsAndWritesNothing =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.dutyledger.liability.law.Resources")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..")
                    .because("the law is a pure function; Resources reads the module's own files");

    @ArchTest
    static final ArchRule knowsNoFramework =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "org.axonframework..")
                    .because("the law outlives frameworks");

    @ArchTest
    static final ArchRule asksNoClock =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .because("every instant comes in from outside");

    @ArchTest
    static final ArchRule countsMoneyExactly =
            noFields()
                    .that()
                    .areDeclaredInClassesThat(areExact())
                    .should()
                    .haveRawType(FLOATING)
                    .because("only the estimate of rule 58 is made of IEEE doubles")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule reckonsMoneyExactly =
            noClasses()
                    .that(areExact())
                    .should()
                    .callCodeUnitWhere(takesOrGivesFloating())
                    .because("only the estimate of rule 58 is made of IEEE doubles")
                    .allowEmptyShould(true);

    private static DescribedPredicate<JavaClass> areExact() {
        return new DescribedPredicate<>("speak of duties and money") {
            @Override
            public boolean test(JavaClass type) {
                boolean parsesYaml = type.getPackageName().equals("org.dutyledger.liability.law");
                return !parsesYaml && !ESTIMATING.contains(type.getSimpleName());
            }
        };
    }

    private static DescribedPredicate<JavaCall<?>> takesOrGivesFloating() {
        return new DescribedPredicate<>("takes or gives a float or double") {
            @Override
            public boolean test(JavaCall<?> call) {
                return FLOATING.test(call.getTarget().getRawReturnType())
                        || call.getTarget().getRawParameterTypes().stream().anyMatch(FLOATING);
            }
        };
    }
}
