package dev.storetwin.core;

import dev.storetwin.pricing.*;
import dev.storetwin.proposal.*;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import java.util.List;

final class NoPricePlanner implements PricePlanner {
    @Override
    public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
        return Proposal.insufficient(
                Capability.PRICING,
                question.target(),
                question.asOf(),
                new Objective("none", ""),
                List.of(),
                List.of("no planner"));
    }

    @Override
    public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
        return Alternative.of(action, 0);
    }
}
