package dev.storetwin.guardrail;

/**
 * A feature of what the action is about, or of what that is part of: of its SKU, alone and in its channel or at its node, of the node, of the
 * carriers that collect there, and of the shop. A rule names the one that it wants: {@code Figure(name == "sales_velocity_28d", value > 5)}. What
 * cannot be known is no fact.
 *
 * @param name  of the feature
 * @param about id of the thing: the SKU's, the channel's or node's behind it and an {@code @}, the carrier's; empty for the shop
 * @param value in the feature's unit
 */
public record Figure(String name, String about, double value) implements Fact {}
