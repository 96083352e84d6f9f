package dev.storetwin.checks;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** A question to a class, with the words that a violation is reported in. */
final class Predicate extends DescribedPredicate<JavaClass> {

    private final java.util.function.Predicate<JavaClass> question;

    Predicate(String description, java.util.function.Predicate<JavaClass> question) {
        super(description);
        this.question = question;
    }

    @Override
    public boolean test(JavaClass javaClass) {
        return question.test(javaClass);
    }
}
