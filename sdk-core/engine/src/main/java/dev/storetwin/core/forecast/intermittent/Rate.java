package dev.storetwin.core.forecast.intermittent;

/** A recursion that tells, after each period, how much demand to expect in each period to come. */
interface Rate {

    /**
     * Expected demand after each period; one value per period.
     *
     * @param demand known throughout, not negative, oldest first
     */
    double[] after(double[] demand);

    /** After the last period; 0 when there was none. */
    default double atLast(double[] demand) {
        return demand.length == 0 ? 0 : after(demand)[demand.length - 1];
    }
}
