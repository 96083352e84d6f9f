package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceScope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One thing whose price is planned, in one channel.
 *
 * @param name   as reasons call it; different for each item of a plan
 * @param ladder prices that may be taken, in ticks; the present one always may
 * @param still  why the price stays, whatever the others do
 * @param told   what each price of the ladder and the present one bring, where somebody has worked it out already; empty for what demand makes of them
 */
public record PricedItem(
        String name,
        Traits traits,
        Unit unit,
        Demand demand,
        Marks marks,
        List<Long> ladder,
        Optional<Still> still,
        List<Told> told) {

    public PricedItem {
        ladder = List.copyOf(ladder);
        told = List.copyOf(told);
    }

    /** With prices that bring what demand makes of them. */
    public PricedItem(
            String name,
            Traits traits,
            Unit unit,
            Demand demand,
            Marks marks,
            List<Long> ladder,
            Optional<Still> still) {
        this(name, traits, unit, demand, marks, ladder, still, List.of());
    }

    /**
     * What one price brings.
     *
     * @param score    with caution
     * @param expected without
     * @param units    expected to be sold
     */
    public record Told(long price, double score, double expected, double units) {}

    /**
     * What it has in common with others; empty where that is not known.
     *
     * @param series the thing itself, which other channels may sell too
     */
    public record Traits(String series, String family, String category, String channel, String region) {

        public static Traits of(String series) {
            return new Traits(series, "", "", "", "");
        }

        String of(PriceScope.By by) {
            return switch (by) {
                case EVERYTHING -> "";
                case SERIES -> series;
                case FAMILY -> family;
                case CATEGORY -> category;
                case CHANNEL -> channel;
                case REGION -> region;
            };
        }

        boolean areWithin(PriceScope scope) {
            return of(scope.by()).equals(scope.name());
        }
    }

    /**
     * What one unit brings and costs.
     *
     * @param price      that stands, in ticks, above zero
     * @param cost       in money
     * @param taxRate    contained in prices: 0.2 for 20 %
     * @param returnRate share of what is sold that comes back and is sold again
     * @param returnCost of each that comes back, in money
     */
    public record Unit(long price, BigDecimal cost, BigDecimal taxRate, double returnRate, double returnCost) {

        public static Unit of(long price, BigDecimal cost) {
            return new Unit(price, cost, BigDecimal.ZERO, 0, 0);
        }
    }

    /**
     * How it sells.
     *
     * @param units      a week at the present price; empty for values per unit that is sold today
     * @param elasticity not above zero; lower and upper hold it between them, the upper not above zero
     * @param stock      that can be sold; empty for as much as is asked for
     * @param weeks      that count; empty for one
     */
    public record Demand(
            OptionalDouble units,
            double elasticity,
            double lower,
            double upper,
            OptionalDouble stock,
            OptionalDouble weeks) {

        public Demand {
            if (!(lower <= elasticity && elasticity <= upper && upper <= 0)) {
                throw new IllegalArgumentException("""
                        Elasticities from %s over %s to %s: expected to rise, up to zero at most.
                        Maybe the bounds are those of another number.""".formatted(lower, elasticity, upper));
            }
        }

        /** Whether it answers to the price at all. */
        boolean isTold() {
            return lower < 0;
        }

        /** For a price that stays: nobody asks. */
        public static Demand unknown() {
            return new Demand(OptionalDouble.empty(), 0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /**
     * What rules look at.
     *
     * @param competitor the competitor's price, in ticks
     * @param lowest     price of the last thirty days, in ticks
     * @param size       content of one unit, in a measure that its family shares
     * @param sizeRank   place in the family, from small to big; by {@code size} where it is empty
     * @param moves      changes already made of what a week allows
     */
    public record Marks(
            OptionalLong competitor, OptionalLong lowest, Optional<BigDecimal> size, OptionalInt sizeRank, int moves) {

        public static final Marks NONE =
                new Marks(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), OptionalInt.empty(), 0);
    }

    /** Why a price stays. */
    public record Still(PriceStatus status, String reason) {}

    /** The same with other marks. */
    public PricedItem with(Marks others) {
        return new PricedItem(name, traits, unit, demand, others, ladder, still, told);
    }

    boolean isStill() {
        return still.isPresent();
    }
}
