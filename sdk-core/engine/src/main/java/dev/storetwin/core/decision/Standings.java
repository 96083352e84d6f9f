package dev.storetwin.core.decision;

import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.Standing;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Alternative;
import java.util.List;
import java.util.Optional;

/** What the alternatives of one question are worth, so that each knows how it stands among them. */
public final class Standings {

    private final List<Double> values;
    private final double ofNothing;

    private Standings(List<? extends Alternative<?>> proposed) {
        this.values = proposed.stream().map(Alternative::expectedValue).toList();
        this.ofNothing = proposed.stream()
                .filter(Alternative::isDoNothing)
                .mapToDouble(Alternative::expectedValue)
                .findFirst()
                .orElse(0);
    }

    static Standings among(List<? extends Alternative<?>> proposed) {
        return new Standings(proposed);
    }

    /** How what a decision wants done stood among its alternatives; empty when it wants nothing. */
    public static <A extends Action> Optional<Standing> of(Decision<A> decision) {
        var wanted = decision.action().or(decision::pending);
        var standings = new Standings(decision.alternatives().stream()
                .map(JudgedAlternative::proposed)
                .toList());
        return decision.alternatives().stream()
                .map(JudgedAlternative::outcome)
                .filter(it -> it.action().isPresent() && it.action().equals(wanted))
                .findFirst()
                .flatMap(it -> standings.of(it.expectedValue()));
    }

    /** Of an action that is worth so much; empty for one that has no value. */
    Optional<Standing> of(double value) {
        double gain = value - ofNothing;
        if (!Double.isFinite(value) || !Double.isFinite(gain)) {
            return Optional.empty();
        }
        long better = values.stream().filter(it -> it > value).count();
        return Optional.of(new Standing(values.size(), (int) better + 1, value, gain));
    }
}
