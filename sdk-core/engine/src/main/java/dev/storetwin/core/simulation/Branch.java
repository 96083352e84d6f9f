package dev.storetwin.core.simulation;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.simulation.Scenario;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.TwinState;
import java.util.List;

/** A branch of a state. It shares everything that no event of its own has touched, and makes no keys for the persons in its events. */
public final class Branch implements Scenario {

    private ShopState state;

    public Branch(ShopState state) {
        this.state = state.whatIf();
    }

    @Override
    public synchronized TwinState state() {
        return state;
    }

    @Override
    public synchronized Acceptance accept(TwinEvent event) {
        var change = state.after(List.of(event));
        state = change.state();
        return change.answers().get(0);
    }
}
