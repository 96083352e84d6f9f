package dev.storetwin.event;

import dev.storetwin.type.Capability;
import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Target;

/** An act that binds the shop to an action: reserved before it is carried out, or applied. */
public interface BindingAct {

    EventHeader header();

    DecisionId decision();

    Capability capability();

    Target target();

    /** What is bound now. */
    Commitment commitment();
}
