package dev.storetwin.core.pricing.markdown;

import dev.storetwin.core.numeric.NegativeBinomial;

/**
 * The best price of a stock that has to go within a time, where shoppers come one by one and buy at a rate of a e^(-alpha p), and the price may
 * change at any moment in any direction (Gallego and van Ryzin 1994, "Optimal dynamic pricing of inventories with stochastic demand over
 * finite horizons", section 2.3). In closed form.
 *
 * <p>Without salvage the value of n units with time t left is log(sum over i = 0..n of (a t / e)^i / i!) / alpha, and the best price is what the
 * n-th unit adds to it, plus 1 / alpha. A salvage value is what each unit brings anyhow: prices count from there.
 *
 * @param rate        units that would be sold per unit of time at a price of zero; above 0
 * @param sensitivity alpha: by which share demand falls when the price rises by one unit of money; above 0
 * @param salvage     money for a unit that is left at the end
 */
public record GallegoVanRyzin(double rate, double sensitivity, double salvage) {

    public GallegoVanRyzin {
        if (!(rate > 0 && sensitivity > 0) || Double.isInfinite(rate + sensitivity)) {
            throw new IllegalArgumentException(
                    "rate (%s) and sensitivity (%s) must be above 0 and finite.".formatted(rate, sensitivity));
        }
        if (!Double.isFinite(salvage)) {
            throw new IllegalArgumentException("salvage (%s) must be finite.".formatted(salvage));
        }
    }

    /** Leftovers bring nothing. */
    public static GallegoVanRyzin of(double rate, double sensitivity) {
        return new GallegoVanRyzin(rate, sensitivity, 0);
    }

    /**
     * Expected revenue and salvage of the best prices, in money.
     *
     * @param units in stock; 0 is worth nothing
     * @param time  left, in the unit of time of the rate; with none left there is the salvage only
     */
    public double value(int units, double time) {
        requirePossible(units, time);
        return units * salvage + logSum(units, time) / sensitivity;
    }

    /** The best price of now. Falls with stock and with time that passes. */
    public double price(int units, double time) {
        requirePossible(units, time);
        if (units == 0) {
            throw new IllegalArgumentException("What is sold out has no price.\nMaybe ask before the last unit goes.");
        }
        return salvage + (1 + StrictMath.log1p(lastTerm(units, time))) / sensitivity;
    }

    /** At most this much can be earned by any prices: what demand would bring if it came evenly, without chance. */
    public double fluidBound(int units, double time) {
        requirePossible(units, time);
        double sold = soldEvenly(units, time);
        return units * salvage + (sold == 0 ? 0 : sold * priceOf(sold, time));
    }

    /** What the one price brings that is best without chance, kept to the end: near the best when much is sold. */
    public double fixedPriceValue(int units, double time) {
        requirePossible(units, time);
        double sold = soldEvenly(units, time);
        if (sold == 0) {
            return units * salvage;
        }
        double served = sold - NegativeBinomial.poisson(sold).expectedAbove(units);
        return units * salvage + served * priceOf(sold, time);
    }

    /** Units of the best even flow: no more than there are, and no more than sell at the price that earns most per unit of time. */
    private double soldEvenly(int units, double time) {
        return Math.min(units, ratePerUnit() * time);
    }

    /** Above salvage. */
    private double priceOf(double sold, double time) {
        return (StrictMath.log(ratePerUnit() * time / sold) + 1) / sensitivity;
    }

    /** Units per time at the price that earns most per unit of time, 1 / alpha above salvage. */
    private double ratePerUnit() {
        return rate * StrictMath.exp(-sensitivity * salvage - 1);
    }

    /** log of the sum of x^i / i!, with all terms kept below 1 by dividing by what has been added up. */
    private double logSum(int units, double time) {
        double x = ratePerUnit() * time;
        double log = 0;
        double last = 1;
        for (int i = 1; i <= units && x > 0; i++) {
            double share = last * x / i;
            log += StrictMath.log1p(share);
            last = share / (1 + share);
        }
        return log;
    }

    /** The last term of the sum as a share of all before it. */
    private double lastTerm(int units, double time) {
        double x = ratePerUnit() * time;
        double share = 0;
        double last = 1;
        for (int i = 1; i <= units; i++) {
            share = last * x / i;
            last = share / (1 + share);
        }
        return share;
    }

    private static void requirePossible(int units, double time) {
        if (units < 0 || !(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "units (%d) and time (%s) must not be negative.\nMaybe the end is over already."
                            .formatted(units, time));
        }
    }
}
