package dev.storetwin.guardrail;

import dev.storetwin.type.Money;

/** What the action itself would cost. */
public record Spend(Money amount) implements Fact {}
