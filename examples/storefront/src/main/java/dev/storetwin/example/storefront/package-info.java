/**
 * A small shop that embeds the twin, to be read and copied from.
 *
 * <p>{@code ShopTwin} builds the twin, {@code Counter} feeds it, {@code Office} asks it and lets it act, {@code RuleDesk} changes its rules.
 */
@NullMarked
package dev.storetwin.example.storefront;

import org.jspecify.annotations.NullMarked;
