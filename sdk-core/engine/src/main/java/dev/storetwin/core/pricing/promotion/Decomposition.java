package dev.storetwin.core.pricing.promotion;

import java.util.List;
import java.util.Optional;

/**
 * What a promotion did, in units.
 *
 * @param lift         sold above what would have been sold
 * @param pulled       of what would have been sold before and after
 * @param cannibalised of what substitutes would have sold
 * @param halo         of what companions sold more
 * @param ordinary     what the thing would have sold in the promotion
 * @param neighbours   others that moved, told apart from chance
 * @param reasons      why something is not known
 */
public final class Decomposition {

    private final Optional<Blend> lift;
    private final Optional<Blend> pulled;
    private final Optional<Blend> cannibalised;
    private final Optional<Blend> halo;
    private final double ordinary;
    private final List<Neighbour> neighbours;
    private final List<String> reasons;

    Decomposition(
            Optional<Blend> lift,
            Optional<Blend> pulled,
            Optional<Blend> cannibalised,
            Optional<Blend> halo,
            double ordinary,
            List<Neighbour> neighbours,
            List<String> reasons) {
        this.lift = lift;
        this.pulled = pulled;
        this.cannibalised = cannibalised;
        this.halo = halo;
        this.ordinary = ordinary;
        this.neighbours = List.copyOf(neighbours);
        this.reasons = List.copyOf(reasons);
    }

    static Decomposition unknown(String reason) {
        return new Decomposition(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of(), List.of(reason));
    }

    public Optional<Range> lift() {
        return lift.map(Range::of);
    }

    public Optional<Range> pulled() {
        return pulled.map(Range::of);
    }

    public Optional<Range> cannibalised() {
        return cannibalised.map(Range::of);
    }

    public Optional<Range> halo() {
        return halo.map(Range::of);
    }

    /** What the thing would have sold in the promotion; 0 when that is not known. */
    public double ordinary() {
        return ordinary;
    }

    public List<Neighbour> neighbours() {
        return neighbours;
    }

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
    public Optional<Range> sum(double own, double substitute, double companion, double constant) {
        return lift.map(it -> {
            var sum = it.times(own).plus(constant);
            sum = pulled.isPresent() ? sum.plus(pulled.get().times(-own)) : sum;
            sum = cannibalised.isPresent() ? sum.plus(cannibalised.get().times(-substitute)) : sum;
            return Range.of(halo.isPresent() ? sum.plus(halo.get().times(companion)) : sum);
        });
    }
}
