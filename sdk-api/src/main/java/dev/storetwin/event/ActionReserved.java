package dev.storetwin.event;

import dev.storetwin.type.ActionOutline;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Target;
import java.time.Instant;

/** A decision's action is about to be carried out. It binds from now on, for nobody knows its outcome until the platform answers. */
public record ActionReserved(EventHeader header, DecisionId decision, ActionOutline action)
        implements TwinAct, BindingAct {

    public static ActionReserved of(DecisionId decision, ActionOutline action, Instant occurredAt) {
        return new ActionReserved(TwinAct.about("reserved", decision, occurredAt), decision, action);
    }

    @Override
    public Capability capability() {
        return action.capability();
    }

    @Override
    public Target target() {
        return action.target();
    }

    @Override
    public Commitment commitment() {
        return action.commitment();
    }
}
