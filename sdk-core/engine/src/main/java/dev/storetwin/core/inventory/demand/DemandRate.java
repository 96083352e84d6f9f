package dev.storetwin.core.inventory.demand;

import dev.storetwin.core.numeric.Normal;

/** Demand per unit of time, for models whose lead times are not whole numbers of periods. */
public sealed interface DemandRate {

    /** Units per unit of time. */
    double mean();

    /** Variance of what is asked for in one unit of time. */
    double variance();

    /** What is asked for in a span of time and not exceeded with this probability, which lies strictly between 0 and 1. */
    double quantile(double time, double probability);

    static DemandRate normal(double mean, double standardDeviation) {
        return new Bell(mean, standardDeviation);
    }

    static DemandRate poisson(double mean) {
        return new Poisson(mean);
    }

    /** Whole periods with this demand each; lead times must be whole numbers. */
    static DemandRate perPeriod(UnitDemand demand) {
        return new Periods(demand);
    }

    /** Continuous units; a span of time has a normal demand. */
    record Bell(double mean, double standardDeviation) implements DemandRate {

        public Bell {
            if (!(mean >= 0
                    && mean < Double.MAX_VALUE
                    && standardDeviation > 0
                    && standardDeviation < Double.MAX_VALUE)) {
                throw new IllegalArgumentException("""
                        A normal demand needs a mean (%s) that is not negative and a standard deviation (%s) above 0.
                        Maybe the variance was given for the standard deviation.""".formatted(mean, standardDeviation));
            }
        }

        @Override
        public double variance() {
            return standardDeviation * standardDeviation;
        }

        @Override
        public double quantile(double time, double probability) {
            return mean * time + standardDeviation * Math.sqrt(time) * Normal.quantile(probability);
        }
    }

    /** Whole units that come one by one; a span of time has a demand of one of these. */
    sealed interface Counted extends DemandRate {

        /** Demand of a span of time. */
        UnitDemand over(double time);

        @Override
        default double quantile(double time, double probability) {
            return over(time).quantile(probability);
        }
    }

    /** Customers who know nothing of each other and take one unit each. */
    record Poisson(double mean) implements Counted {

        public Poisson {
            if (!(mean > 0 && mean < Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "The mean (%s) of a Poisson demand must be above 0.".formatted(mean));
            }
        }

        @Override
        public double variance() {
            return mean;
        }

        @Override
        public UnitDemand over(double time) {
            return time == 0 ? UnitDemand.constant(0) : UnitDemand.poisson(mean * time);
        }
    }

    /** Any demand per period. */
    record Periods(UnitDemand demand) implements Counted {

        @Override
        public double mean() {
            return demand.mean();
        }

        @Override
        public double variance() {
            return demand.variance();
        }

        @Override
        public UnitDemand over(double time) {
            if (time != Math.rint(time)) {
                throw new IllegalArgumentException("""
                        A lead time of %s is no whole number of periods, and demand is only known per period.
                        Maybe DemandRate.poisson or DemandRate.normal describes it.""".formatted(time));
            }
            return demand.over((int) time);
        }
    }
}
