package dev.storetwin.state;

import dev.storetwin.type.Money;
import dev.storetwin.type.TaxMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A price and the moment from which it stands.
 *
 * @param compareAt the crossed-out price, where there is one
 */
public record PricePoint(Instant from, Money price, Optional<Money> compareAt, TaxMode taxMode) {}
