package dev.storetwin.testing;

import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Money;

/** A guardrail in plain Java: no price below an amount. */
record PriceFloor(Money lowest) implements Guardrail<PriceChange> {

    static final String NAME = "price floor";

    static PriceFloor of(String amount) {
        return new PriceFloor(Money.of(amount, "EUR"));
    }

    @Override
    public Class<PriceChange> actions() {
        return PriceChange.class;
    }

    @Override
    public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
        return action.to().compareTo(lowest) < 0
                ? Ruling.blocked(NAME, action.to() + " is below " + lowest)
                : Ruling.allowed();
    }
}
