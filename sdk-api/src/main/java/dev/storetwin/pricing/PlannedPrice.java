package dev.storetwin.pricing;

import java.time.LocalDate;

/**
 * What is expected of some days of a markdown, when its prices are followed as stock and sales then demand.
 *
 * @param from  the first day
 * @param until the day after the last
 * @param price that is asked, in money as shoppers see it
 * @param stock at the beginning, with what comes in these days
 * @param sold  units in these days
 */
public record PlannedPrice(LocalDate from, LocalDate until, Range price, Range stock, Range sold) {

    /**
     * A number that is not certain.
     *
     * @param low  not reached in one case of twenty
     * @param high exceeded in one case of twenty
     */
    public record Range(double mean, double low, double high) {}
}
