package dev.storetwin.core.pricing.promotion;

import dev.storetwin.pricing.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * What a promotion did, in units: lift, what was pulled out of the weeks around it, what substitutes lost and companions won. Sums of these
 * know how their errors hang together.
 */
public final class Decomposition {

    private final Optional<Blend> lift;
    private final Optional<Blend> pulled;
    private final Optional<Blend> cannibalised;
    private final Optional<Blend> halo;
    private final double ordinary;
    private final List<Neighbour> neighbours;
    private final List<String> substitutes;
    private final List<String> companions;
    private final List<String> reasons;

    Decomposition(
            Optional<Blend> lift,
            Optional<Blend> pulled,
            Optional<Blend> cannibalised,
            Optional<Blend> halo,
            double ordinary,
            List<Neighbour> neighbours,
            List<String> substitutes,
            List<String> companions,
            List<String> reasons) {
        this.lift = lift;
        this.pulled = pulled;
        this.cannibalised = cannibalised;
        this.halo = halo;
        this.ordinary = ordinary;
        this.neighbours = List.copyOf(neighbours);
        this.substitutes = List.copyOf(substitutes);
        this.companions = List.copyOf(companions);
        this.reasons = List.copyOf(reasons);
    }

    static Decomposition unknown(String reason) {
        return new Decomposition(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(reason));
    }

    public Optional<Estimate> lift() {
        return lift.map(Blend::estimate);
    }

    public Optional<Estimate> pulled() {
        return pulled.map(Blend::estimate);
    }

    public Optional<Estimate> cannibalised() {
        return cannibalised.map(Blend::estimate);
    }

    public Optional<Estimate> halo() {
        return halo.map(Blend::estimate);
    }

    /** What the thing would have sold in the promotion; 0 when that is not known. */
    public double ordinary() {
        return ordinary;
    }

    /** Others that moved with its promotions, told apart from chance. */
    public List<Neighbour> neighbours() {
        return neighbours;
    }

    /** Names of those that were looked at for what it cannibalised. */
    public List<String> substitutes() {
        return substitutes;
    }

    /** Names of those that were looked at for its halo. */
    public List<String> companions() {
        return companions;
    }

    /** Why something is not known. */
    public List<String> reasons() {
        return reasons;
    }

    /**
     * All of it as one sum, of what is known; empty when not even the lift is.
     *
     * @param own        what a unit of the thing itself is worth
     * @param substitute what a unit of a substitute is worth
     * @param companion  what a unit of a companion is worth
     */
    public Optional<Estimate> sum(double own, double substitute, double companion, double constant) {
        return lift.map(it -> {
            var sum = it.times(own).plus(constant);
            sum = pulled.isPresent() ? sum.plus(pulled.get().times(-own)) : sum;
            sum = cannibalised.isPresent() ? sum.plus(cannibalised.get().times(-substitute)) : sum;
            sum = halo.isPresent() ? sum.plus(halo.get().times(companion)) : sum;
            return sum.estimate();
        });
    }
}
