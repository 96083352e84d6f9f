package dev.storetwin.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class NullnessTest {

    private static final ArchRule EACH_PACKAGE_SPEAKS_OF_NULL =
            classes().should(new Condition("lie in a package that is @NullMarked", NullnessTest::findings));

    @Test
    void each_package_has_a_package_info_that_is_null_marked() {
        EACH_PACKAGE_SPEAKS_OF_NULL.check(HouseClasses.all());
    }

    @Test
    void a_package_without_it_is_found() {
        assertThat(EACH_PACKAGE_SPEAKS_OF_NULL
                        .evaluate(HouseClasses.fixture("naming"))
                        .hasViolation())
                .isTrue();
    }

    private static Stream<String> findings(JavaClass javaClass) {
        return javaClass.getPackage().isAnnotatedWith(NullMarked.class)
                ? Stream.empty()
                : Stream.of("%s has no package-info.java with @NullMarked".formatted(javaClass.getPackageName()));
    }
}
