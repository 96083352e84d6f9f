package dev.storetwin.guardrail;

import dev.storetwin.type.CarrierId;
import java.time.Instant;

/** A carrier cannot work at the moment of the question. */
public record CarrierOutage(CarrierId carrier, Instant since, String reason) implements Fact {}
