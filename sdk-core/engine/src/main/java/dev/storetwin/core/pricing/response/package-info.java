/**
 * What a shop's own history says of prices: what was sold at which price, week by week, and what else moved demand or price.
 *
 * <p>Reads `state`; hands a panel to `pricing.elasticity`, through the root.
 */
@NullMarked
package dev.storetwin.core.pricing.response;

import org.jspecify.annotations.NullMarked;
