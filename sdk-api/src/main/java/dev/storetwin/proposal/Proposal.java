package dev.storetwin.proposal;

import dev.storetwin.type.Capability;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A planner's answer: everything that could be done about one question, scored.
 *
 * @param target       what it is about
 * @param asOf         the moment of the question
 * @param objective    what the scores count
 * @param alternatives with exactly one "do nothing"
 * @param evidence     what holds for all alternatives, such as the forecast
 * @param missing      what was not known; when it is not empty and only "do nothing" is left, there was not enough to decide
 * @param reasons      how the scores came about, in words
 * @param versions     of models and features that were used, by name
 */
public record Proposal<A extends Action>(
        Capability capability,
        Target target,
        Instant asOf,
        Objective objective,
        List<Alternative<A>> alternatives,
        List<Evidence> evidence,
        List<String> missing,
        List<String> reasons,
        SortedMap<String, String> versions) {

    public Proposal {
        alternatives = List.copyOf(alternatives);
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
        reasons = List.copyOf(reasons);
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        long nothings = alternatives.stream().filter(Alternative::isDoNothing).count();
        if (nothings != 1) {
            throw new IllegalArgumentException("""
                    A proposal about %s needs exactly one "do nothing", not %d.
                    Maybe add Alternative.doNothing with the value of leaving things as they are.""".formatted(target, nothings));
        }
    }

    /** Nothing can be proposed, for lack of something. */
    public static <A extends Action> Proposal<A> insufficient(
            Capability capability,
            Target target,
            Instant asOf,
            Objective objective,
            List<Evidence> evidence,
            List<String> missing) {
        return new Proposal<>(
                capability,
                target,
                asOf,
                objective,
                List.of(Alternative.doNothing(0)),
                evidence,
                missing,
                List.of(),
                new TreeMap<>());
    }

    public boolean isInsufficient() {
        return alternatives.size() == 1 && !missing.isEmpty();
    }

    public Alternative<A> doNothing() {
        return alternatives.stream()
                .filter(Alternative::isDoNothing)
                .findFirst()
                .orElseThrow();
    }
}
