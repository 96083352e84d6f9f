package dev.storetwin.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class NameTest {

    private static final ArchRule EACH_THING_HAS_ITS_NAME = noClasses()
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
            .haveSimpleNameEndingWith("Common")
            .orShould()
            .haveNameMatching(".*\\.(Base(?!Stock)|Abstract)[A-Z]\\w*");

    @Test
    void each_class_is_named_after_what_it_is() {
        EACH_THING_HAS_ITS_NAME.check(HouseClasses.all());
    }

    @Test
    void a_class_that_is_named_after_nothing_is_found() {
        assertThat(EACH_THING_HAS_ITS_NAME
                        .evaluate(HouseClasses.fixture("naming"))
                        .getFailureReport()
                        .getDetails())
                .hasSize(2)
                .anyMatch(finding -> finding.contains("ShelfUtils"))
                .anyMatch(finding -> finding.contains("ShelfImpl"));
    }
}
