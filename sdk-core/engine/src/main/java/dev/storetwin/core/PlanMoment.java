package dev.storetwin.core;

import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.state.ShopState;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a plan is made from.
 *
 * @param today of the shop
 * @param gate  the guardrails in force
 */
record PlanMoment(ShopState state, Instant asOf, LocalDate today, Gate gate) {

    static PlanMoment of(ShopState state, Instant asOf, Gate gate) {
        return new PlanMoment(state, asOf, asOf.atZone(state.zone()).toLocalDate(), gate);
    }
}
