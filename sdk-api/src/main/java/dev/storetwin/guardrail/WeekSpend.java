package dev.storetwin.guardrail;

import dev.storetwin.type.Money;

/** What actions of the same capability have already bound since the shop's week began on Monday. */
public record WeekSpend(Money amount) implements Fact {}
