package dev.storetwin.proposal;

/**
 * What alternatives are scored by.
 *
 * @param name such as {@code expected margin over 28 days}
 * @param unit such as {@code GBP}
 */
public record Objective(String name, String unit) {}
