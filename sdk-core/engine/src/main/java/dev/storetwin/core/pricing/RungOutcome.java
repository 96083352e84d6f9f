package dev.storetwin.core.pricing;

/**
 * What one price would bring over the horizon, if demand answered in one particular way.
 *
 * @param units     expected to be sold
 * @param value     what these units bring, less what holding and leftovers cost
 * @param stockOut  probability that some demand finds nothing
 * @param left      expected units left at the end; 0 when stock is not known
 */
record RungOutcome(double units, double value, double stockOut, double left) {}
