package dev.storetwin.core.pricing.markdown;

/** A way to choose the price of a chain as a season goes on. */
public interface ChainPolicy {

    /** The rung to ask in all stores now. */
    int rung(ChainMoment at);
}
