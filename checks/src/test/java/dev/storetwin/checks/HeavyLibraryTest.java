package dev.storetwin.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HeavyLibraryTest {

    private static final ArchRule API_STANDS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.annotations..")
                    .or(new Predicate(
                            "are of the API",
                            javaClass -> javaClass.getPackageName().startsWith("dev.storetwin"))));

    /** A library, the only packages that may know it, and the fixture that knows it elsewhere. */
    private enum Heavy {
        DROOLS(
                new String[] {"org.drools..", "org.kie..", "org.mvel..", "org.mvel2.."},
                new String[] {"dev.storetwin.drools.."},
                "RuleOutsideDrools"),
        TRIBUO(
                new String[] {"org.tribuo..", "com.oracle.labs.mlrg..", "com.google.protobuf.."},
                new String[] {"dev.storetwin.learning.."},
                "ModelOutsideLearning"),
        LIGHTGBM(
                new String[] {"io.github.metarank..", "com.microsoft.ml.."},
                new String[] {"dev.storetwin.learning.."},
                "TreesOutsideLearning"),
        OJALGO(new String[] {"org.ojalgo.."}, new String[] {"dev.storetwin.optimisers.."}, "ProgramsOutsideOptimisers"),
        TINK(
                new String[] {"com.google.crypto.tink.."},
                new String[] {"dev.storetwin.privacy.."},
                "CipherOutsidePrivacy"),
        JACKSON(
                new String[] {"com.fasterxml.jackson..", "tools.jackson.."},
                new String[] {"dev.storetwin.core.json..", "dev.storetwin.shopify.."},
                "JsonOutsideItsRoom"),
        CAFFEINE(
                new String[] {"com.github.benmanes.caffeine.."},
                new String[] {"dev.storetwin.core.feature.."},
                "CacheOutsideFeatures"),
        FASTCSV(new String[] {"de.siegmar.fastcsv.."}, new String[] {"dev.storetwin.csv.."}, "CsvOutsideItsAdapter"),
        PICOCLI(new String[] {"picocli.."}, new String[] {"dev.storetwin.cli.."}, "OptionsOutsideTheCommandLine");

        private final String[] library;
        private final String[] home;
        private final String stranger;

        Heavy(String[] library, String[] home, String stranger) {
            this.library = library;
            this.home = home;
            this.stranger = stranger;
        }

        private ArchRule staysAtHome() {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(home)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(library));
        }
    }

    @TestFactory
    Stream<DynamicTest> each_heavy_library_stays_in_its_artifact() {
        return Stream.of(Heavy.values())
                .map(heavy -> DynamicTest.dynamicTest(
                        heavy.name(), () -> heavy.staysAtHome().check(HouseClasses.all())));
    }

    @TestFactory
    Stream<DynamicTest> a_class_that_uses_a_heavy_library_elsewhere_is_found() {
        return Stream.of(Heavy.values())
                .map(heavy -> DynamicTest.dynamicTest(heavy.name(), () -> assertThat(heavy.staysAtHome()
                                .evaluate(HouseClasses.fixture("library"))
                                .getFailureReport()
                                .getDetails())
                        .isNotEmpty()
                        .allMatch(finding -> finding.contains(heavy.stranger))));
    }

    @Test
    void the_api_depends_on_the_jdk_and_nullness_annotations_alone() {
        API_STANDS_ALONE.check(HouseClasses.builtIn("sdk-api"));
    }

    @Test
    void an_api_class_with_a_library_is_found() {
        assertThat(API_STANDS_ALONE
                        .evaluate(HouseClasses.fixture("library"))
                        .getFailureReport()
                        .getDetails())
                .anyMatch(finding -> finding.contains("ApiWithALogger"));
    }
}
