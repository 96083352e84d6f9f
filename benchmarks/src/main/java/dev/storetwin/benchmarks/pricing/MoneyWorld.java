package dev.storetwin.benchmarks.pricing;

import java.util.Locale;

/**
 * What shops are like in which prices are to earn money.
 *
 * @param form   how demand truly answers to price
 * @param follow part of the demand shocks of a week that prices of the past followed, which nobody told
 */
record MoneyWorld(Form form, double follow) {

    String inWords() {
        var answer = form.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return follow == 0
                ? answer
                : String.format(Locale.ROOT, "%s, past prices follow %.1f of hidden shocks", answer, follow);
    }

    /** Demand at a ratio of prices, 1 at a ratio of 1, with the same elasticity there. */
    enum Form {
        /** What the planner believes. */
        CONSTANT_ELASTICITY {
            @Override
            double answer(double ratio, double elasticity) {
                return StrictMath.pow(ratio, elasticity);
            }
        },
        /** Falls in a straight line to nothing: cuts bring less than believed, rises lose more. */
        STRAIGHT_LINE {
            @Override
            double answer(double ratio, double elasticity) {
                return Math.max(0, 1 + elasticity * (ratio - 1));
            }
        },
        /** Fills up: no price brings more than two and a half times as much. */
        SATURATING {
            private static final double MOST = 2.5;

            @Override
            double answer(double ratio, double elasticity) {
                double steep = -elasticity * MOST / (MOST - 1);
                return MOST / (1 + (MOST - 1) * StrictMath.pow(ratio, steep));
            }
        };

        abstract double answer(double ratio, double elasticity);
    }
}
