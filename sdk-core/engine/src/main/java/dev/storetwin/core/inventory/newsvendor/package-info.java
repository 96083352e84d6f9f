/**
 * One order against an uncertain demand or an uncertain supply, and the stock to order up to.
 *
 * <p>Reads costs and `demand`; hands out a level and what it is expected to cost.
 */
@NullMarked
package dev.storetwin.core.inventory.newsvendor;

import org.jspecify.annotations.NullMarked;
