package dev.storetwin.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two twins in one process share only what the host hands to both: so nothing that changes hangs on a class. */
class StaticStateTest {

    private static final Set<String> MUTABLE_PACKAGES =
            Set.of("java.util.concurrent.atomic", "java.util.concurrent.locks");

    private static final List<Class<?>> MUTABLE_TYPES = List.of(
            Appendable.class,
            ThreadLocal.class,
            Random.class,
            java.util.BitSet.class,
            java.util.Date.class,
            java.util.concurrent.ConcurrentMap.class,
            java.util.concurrent.Executor.class);

    private static final ArchRule NO_MUTABLE_STATIC = classes()
            .should(new Condition("keep only constants in static fields", javaClass -> javaClass.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                    .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .filter(field -> canChange(javaClass, field))
                    .map(field -> "%s can change. Maybe a constant is meant: List.of, Map.copyOf, a private array"
                            .formatted(field.getFullName()))));

    @Test
    void nothing_that_changes_hangs_on_a_class() {
        NO_MUTABLE_STATIC.check(HouseClasses.all());
    }

    @Test
    void each_kind_of_changing_static_field_is_found() {
        assertThat(findings())
                .filteredOn(finding -> finding.contains("KeepsState."))
                .extracting(finding -> finding.replaceAll(".*KeepsState\\.(\\w+) .*", "$1"))
                .containsExactlyInAnyOrder("SHARED", "COUNTER", "LOCAL", "CACHE", "LIST", "last");
    }

    @Test
    void constants_are_right() {
        assertThat(findings()).noneMatch(finding -> finding.contains("KeepsConstants"));
    }

    private static List<String> findings() {
        return NO_MUTABLE_STATIC
                .evaluate(HouseClasses.fixture("statics"))
                .getFailureReport()
                .getDetails();
    }

    private static boolean canChange(JavaClass owner, JavaField field) {
        return !field.getModifiers().contains(JavaModifier.FINAL)
                || isSharedArray(field)
                || isMutable(field.getRawType())
                || isCollection(field.getRawType()) && isFilledFrom(owner);
    }

    /** A private table of numbers is a constant in all but name; an array that others see is not. */
    private static boolean isSharedArray(JavaField field) {
        return field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
    }

    private static boolean isMutable(JavaClass type) {
        return MUTABLE_PACKAGES.contains(type.getPackageName())
                || MUTABLE_TYPES.stream().anyMatch(type::isAssignableTo)
                || isCollection(type)
                        && !type.isInterface()
                        && type.getPackageName().startsWith("java.util");
    }

    private static boolean isCollection(JavaClass type) {
        return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    }

    /** The class builds a collection that can change while it is initialized; its fields show no more than an interface. */
    private static boolean isFilledFrom(JavaClass owner) {
        return owner.getStaticInitializer().stream()
                .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
                .map(JavaConstructorCall::getTargetOwner)
                .anyMatch(StaticStateTest::isMutable);
    }
}
