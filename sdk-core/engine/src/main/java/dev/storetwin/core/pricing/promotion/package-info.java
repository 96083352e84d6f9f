/**
 * What promotions did: lift, what was bought earlier instead of later, what neighbours lost and gained, and what is left in money.
 *
 * <p>Reads sales period by period; hands effects with intervals, or the reason why nobody knows, to whoever asks.
 */
@NullMarked
package dev.storetwin.core.pricing.promotion;

import org.jspecify.annotations.NullMarked;
