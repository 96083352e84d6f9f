package dev.storetwin.state;

import dev.storetwin.type.Money;
import java.time.Instant;

/** A landed cost of one unit and the moment from which it stands. */
public record CostPoint(Instant from, Money cost) {}
