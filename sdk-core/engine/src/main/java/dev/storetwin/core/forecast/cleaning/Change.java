package dev.storetwin.core.forecast.cleaning;

/**
 * One value that is taken for another in fitting.
 *
 * @param index of the period, counted from 0
 */
public record Change(int index, double from, double to, String reason) {}
