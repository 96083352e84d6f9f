package dev.storetwin.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** A demand on a class that answers with one sentence for each thing that is wrong. */
final class Condition extends ArchCondition<JavaClass> {

    private final Function<JavaClass, Stream<String>> findings;

    Condition(String description, Function<JavaClass, Stream<String>> findings) {
        super(description);
        this.findings = findings;
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        findings.apply(javaClass)
                .distinct()
                .forEach(finding -> events.add(SimpleConditionEvent.violated(javaClass, finding)));
    }
}
