package dev.storetwin.type;

import java.util.Optional;

/**
 * A sum as the platform gave it: with tax, without tax, and the tax. What was not given is absent; none is ever computed from the others.
 *
 * @param net   without tax
 * @param gross with tax
 * @param tax   the tax alone
 */
public record Amount(Optional<Money> net, Optional<Money> gross, Optional<Money> tax) {

    public static final Amount UNKNOWN = new Amount(Optional.empty(), Optional.empty(), Optional.empty());

    public static Amount ofNet(Money net) {
        return new Amount(Optional.of(net), Optional.empty(), Optional.empty());
    }

    public static Amount ofGross(Money gross) {
        return new Amount(Optional.empty(), Optional.of(gross), Optional.empty());
    }

    public static Amount of(Money amount, TaxMode mode) {
        return mode == TaxMode.GROSS ? ofGross(amount) : ofNet(amount);
    }

    public Amount withTax(Money amount) {
        return new Amount(net, gross, Optional.of(amount));
    }

    /** The revenue to count: net where it is known, else gross. */
    public Optional<Money> revenue() {
        return net.or(() -> gross);
    }
}
