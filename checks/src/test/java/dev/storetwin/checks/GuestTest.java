package dev.storetwin.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** An embedded library is a guest: it neither talks over its host nor ends it. */
class GuestTest {

    private static final ArchRule PRINTS_NOTHING =
            noClasses().that().resideOutsideOfPackages("dev.storetwin.cli..").should(ACCESS_STANDARD_STREAMS);

    private static final ArchRule ENDS_NOTHING = noClasses()
            .that()
            .resideOutsideOfPackages("dev.storetwin.cli..")
            .should()
            .callMethodWhere(endsTheProcess());

    @Test
    void the_library_prints_nothing() {
        PRINTS_NOTHING.check(HouseClasses.all());
    }

    @Test
    void the_library_ends_no_process_and_hooks_into_no_shutdown() {
        ENDS_NOTHING.check(HouseClasses.all());
    }

    @Test
    void printing_is_found() {
        assertThat(PRINTS_NOTHING
                        .evaluate(HouseClasses.fixture("guest"))
                        .getFailureReport()
                        .getDetails())
                .anyMatch(finding -> finding.contains("print()"))
                .anyMatch(finding -> finding.contains("complain()"));
    }

    @Test
    void ending_the_process_is_found() {
        assertThat(ENDS_NOTHING
                        .evaluate(HouseClasses.fixture("guest"))
                        .getFailureReport()
                        .getDetails())
                .anyMatch(finding -> finding.contains("leave()"))
                .anyMatch(finding -> finding.contains("hook(java.lang.Thread)"));
    }

    private static DescribedPredicate<JavaCall<?>> endsTheProcess() {
        return DescribedPredicate.describe("ends the process or hooks into its end", call -> {
            var owner = call.getTargetOwner().getFullName();
            var isJvm = owner.equals("java.lang.System") || owner.equals("java.lang.Runtime");
            return isJvm && call.getName().matches("exit|halt|addShutdownHook");
        });
    }
}
