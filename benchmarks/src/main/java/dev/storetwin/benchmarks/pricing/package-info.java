/** Pricing on simulated shops whose truth is known, and on real shelves. */
@NullMarked
package dev.storetwin.benchmarks.pricing;

import org.jspecify.annotations.NullMarked;
