/**
 * Which way to order would have cost least: the past played again under policies, counted in money, and the one chosen by it.
 *
 * <p>Reads histories of demand and what stock costs; hands a chosen policy to whoever orders.
 */
@NullMarked
package dev.storetwin.core.inventory.policy;

import org.jspecify.annotations.NullMarked;
