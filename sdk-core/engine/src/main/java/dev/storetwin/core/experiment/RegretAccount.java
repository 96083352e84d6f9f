package dev.storetwin.core.experiment;

import dev.storetwin.experiment.RegretBudget;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import dev.storetwin.type.Target;
import java.time.Instant;

/** What of a budget is left, by what a state knows to have been given up. It keeps nothing itself, so it is the same after a restart. */
record RegretAccount(RegretBudget budget) {

    /** In the window of a moment. Below zero only where a host carried out what it had asked for long before. */
    Money left(TwinState state, Capability capability, Target target, Instant moment) {
        return budget.amount().minus(spent(state, capability, target, moment));
    }

    private Money spent(TwinState state, Capability capability, Target target, Instant moment) {
        var from = budget.window().start(moment, state.zone());
        var until = budget.window().end(moment, state.zone());
        return target.sku()
                .filter(it -> budget.perSku())
                .map(it -> state.commitments().regret(capability, it, from, until))
                .orElseGet(() -> state.commitments().regret(capability, from, until));
    }

    /** Whether a moment lies in the same window as another. */
    boolean isSameWindow(Instant one, Instant other, TwinState state) {
        return budget.window().start(one, state.zone()).equals(budget.window().start(other, state.zone()));
    }

    String inWords() {
        return "%s of this %s%s"
                .formatted(budget.amount(), budget.window().inWords(), budget.perSku() ? " and SKU" : "");
    }
}
