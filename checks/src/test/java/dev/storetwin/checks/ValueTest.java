package dev.storetwin.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A record that others see is a value: equal when its parts are, and never changed behind its back. */
class ValueTest {

    private static final ArchRule PUBLIC_RECORDS_HOLD_NO_ARRAY = classes()
            .that(new Predicate("are public records", ValueTest::isPublicRecord))
            .should(new Condition("hold no array", ValueTest::arrays));

    @Test
    void no_public_record_holds_an_array() {
        PUBLIC_RECORDS_HOLD_NO_ARRAY.check(HouseClasses.all());
    }

    @Test
    void an_array_in_a_public_record_is_found_and_one_in_a_private_record_is_right() {
        assertThat(PUBLIC_RECORDS_HOLD_NO_ARRAY
                        .evaluate(HouseClasses.fixture("values"))
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("OpenSeries.values");
    }

    private static boolean isPublicRecord(JavaClass javaClass) {
        return javaClass.isRecord() && isVisible(javaClass);
    }

    private static boolean isVisible(JavaClass javaClass) {
        return javaClass.getModifiers().contains(JavaModifier.PUBLIC)
                && javaClass.getEnclosingClass().map(ValueTest::isVisible).orElse(true);
    }

    private static Stream<String> arrays(JavaClass javaClass) {
        return javaClass.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> field.getRawType().isArray())
                .map(JavaField::getFullName)
                .map("%s is an array. Maybe a List, or a class that copies, is meant"::formatted);
    }
}
