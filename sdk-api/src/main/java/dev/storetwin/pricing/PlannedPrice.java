package dev.storetwin.pricing;

import java.time.LocalDate;

/**
 * What is expected of some days of a markdown, when its prices are followed as stock and sales then demand. Each lower bound is not reached in
 * one case of twenty, each upper one exceeded in one of twenty.
 *
 * @param from  the first day
 * @param until the day after the last
 * @param price that is asked, in money as shoppers see it
 * @param stock at the beginning, with what comes in these days
 * @param sold  units in these days
 */
public record PlannedPrice(LocalDate from, LocalDate until, Estimate price, Estimate stock, Estimate sold) {}
