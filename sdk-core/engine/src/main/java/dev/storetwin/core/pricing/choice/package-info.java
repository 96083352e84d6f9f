/**
 * What to charge for products that shoppers choose among: logit models of choice and the prices that earn most under them.
 *
 * <p>Reads plain numbers; hands prices, shares and profit per shopper to whoever asks.
 */
@NullMarked
package dev.storetwin.core.pricing.choice;

import org.jspecify.annotations.NullMarked;
