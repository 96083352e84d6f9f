package dev.storetwin.core;

import dev.storetwin.inventory.*;
import dev.storetwin.proposal.*;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import java.util.List;

final class NoReplenishmentPlanner implements ReplenishmentPlanner {
    @Override
    public Proposal<Replenishment> plan(TwinState state, ReplenishmentQuestion question) {
        return Proposal.insufficient(
                Capability.INVENTORY,
                question.target(),
                question.asOf(),
                new Objective("none", ""),
                List.of(),
                List.of("no planner"));
    }

    @Override
    public Alternative<Replenishment> score(TwinState state, ReplenishmentQuestion question, Replenishment action) {
        return Alternative.of(action, 0);
    }
}
