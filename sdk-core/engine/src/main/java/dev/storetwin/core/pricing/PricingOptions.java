package dev.storetwin.core.pricing;

import dev.storetwin.pricing.PriceAim;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How prices are planned.
 *
 * @param moves       rungs of the ladder as shares of the present price: -0.1 for ten per cent down; ascending
 * @param horizonDays over which a price is scored
 * @param holdingRate what it costs to hold a unit for a year, as a share of its cost
 * @param caution     by how many standard errors the elasticity may be worse than thought: a rung is scored by the worst case
 * @param leastGain   by how much more than the present price another one has to bring, as a share: less is not worth a change
 * @param reach       how far beyond the prices seen so far an answer of demand is believed, as a share
 * @param taxRate     contained in gross prices, 0.2 for 20 %; empty when it is not known
 * @param paths       futures of demand that a price is tried on
 * @param elasticity  how elasticities are estimated
 * @param aim         what prices are planned for; profit when it is not said
 */
public record PricingOptions(
        List<Double> moves,
        int horizonDays,
        double holdingRate,
        double caution,
        double leastGain,
        double reach,
        OptionalDouble taxRate,
        int paths,
        ElasticityOptions elasticity,
        Optional<PriceAim> aim) {

    public static final PricingOptions DEFAULT = new PricingOptions(
            List.of(-.2, -.15, -.1, -.05, .05, .1, .15, .2),
            28,
            .25,
            1,
            .01,
            .1,
            OptionalDouble.empty(),
            200,
            ElasticityOptions.DEFAULT,
            Optional.empty());

    private static final int LONGEST_HORIZON_DAYS = 730;
    private static final int MOST_PATHS = 100_000;
    private static final int MOST_MOVES = 1_000;

    public PricingOptions {
        if (horizonDays > LONGEST_HORIZON_DAYS || paths > MOST_PATHS || moves.size() > MOST_MOVES) {
            throw new IllegalArgumentException(
                    """
                    horizonDays (%d) must not be above %d, paths (%d) not above %d, and there must be %d moves at most, not %d.
                    Maybe hours were given as days: nobody knows what sells in two years.""".formatted(horizonDays, LONGEST_HORIZON_DAYS, paths, MOST_PATHS, MOST_MOVES, moves.size()));
        }
        moves = moves.stream().filter(it -> it != 0).sorted().distinct().toList();
        if (moves.stream().anyMatch(it -> !(it > -1 && it < 10))) {
            throw new IllegalArgumentException("""
                    moves %s must each be above -1 and below 10: ten per cent down is -0.1.
                    Maybe they were given in percent.""".formatted(moves));
        }
        if (horizonDays < 1 || paths < 10) {
            throw new IllegalArgumentException(
                    "horizonDays (%d) must be at least 1, paths (%d) at least 10.".formatted(horizonDays, paths));
        }
        if (!(holdingRate >= 0 && caution >= 0 && leastGain >= 0 && reach >= 0)
                || !(holdingRate + caution + leastGain + reach < 1000)) {
            throw new IllegalArgumentException(
                    "holdingRate (%s), caution (%s), leastGain (%s) and reach (%s) must not be negative."
                            .formatted(holdingRate, caution, leastGain, reach));
        }
        if (taxRate.isPresent() && !(taxRate.getAsDouble() >= 0 && taxRate.getAsDouble() < 1)) {
            throw new IllegalArgumentException("""
                    taxRate (%s) must be at least 0 and below 1.
                    Maybe it was given in percent: 0.2, not 20.""".formatted(taxRate.getAsDouble()));
        }
    }

    /** For profit. */
    public PricingOptions(
            List<Double> moves,
            int horizonDays,
            double holdingRate,
            double caution,
            double leastGain,
            double reach,
            OptionalDouble taxRate,
            int paths,
            ElasticityOptions elasticity) {
        this(moves, horizonDays, holdingRate, caution, leastGain, reach, taxRate, paths, elasticity, Optional.empty());
    }

    public PricingOptions withMoves(Double... shares) {
        return new PricingOptions(
                List.of(shares), horizonDays, holdingRate, caution, leastGain, reach, taxRate, paths, elasticity, aim);
    }

    public PricingOptions withHorizonDays(int days) {
        return new PricingOptions(moves, days, holdingRate, caution, leastGain, reach, taxRate, paths, elasticity, aim);
    }

    public PricingOptions withHoldingRate(double perYear) {
        return new PricingOptions(
                moves, horizonDays, perYear, caution, leastGain, reach, taxRate, paths, elasticity, aim);
    }

    public PricingOptions withCaution(double standardErrors) {
        return new PricingOptions(
                moves, horizonDays, holdingRate, standardErrors, leastGain, reach, taxRate, paths, elasticity, aim);
    }

    public PricingOptions withLeastGain(double share) {
        return new PricingOptions(
                moves, horizonDays, holdingRate, caution, share, reach, taxRate, paths, elasticity, aim);
    }

    public PricingOptions withReach(double share) {
        return new PricingOptions(
                moves, horizonDays, holdingRate, caution, leastGain, share, taxRate, paths, elasticity, aim);
    }

    public PricingOptions withTaxRate(double rate) {
        return new PricingOptions(
                moves,
                horizonDays,
                holdingRate,
                caution,
                leastGain,
                reach,
                OptionalDouble.of(rate),
                paths,
                elasticity,
                aim);
    }

    public PricingOptions withPaths(int count) {
        return new PricingOptions(
                moves, horizonDays, holdingRate, caution, leastGain, reach, taxRate, count, elasticity, aim);
    }

    public PricingOptions withElasticity(ElasticityOptions options) {
        return new PricingOptions(
                moves, horizonDays, holdingRate, caution, leastGain, reach, taxRate, paths, options, aim);
    }

    public PricingOptions withObjective(PriceAim wanted) {
        return new PricingOptions(
                moves,
                horizonDays,
                holdingRate,
                caution,
                leastGain,
                reach,
                taxRate,
                paths,
                elasticity,
                Optional.of(wanted));
    }

    /** What prices are planned for. */
    public PriceAim objective() {
        return aim.orElse(PriceAim.PROFIT);
    }
}
