package dev.storetwin.core.pricing.elasticity;

import java.util.Optional;

/** A slope that was found, before anything is known of how its errors hang together. */
interface Estimate {

    /** What is left of demand, by which it is told how long errors last; empty where that is not looked at. */
    Optional<Lasting.Residuals> residuals();

    /** What an instrument leaves of the price; empty without one. */
    Optional<Lasting.Residuals> leftOfPrice();

    /** With the error that it has when what is left of demand, and what an instrument leaves of the price, last so. */
    Slope slope(Lasting ofDemand, Lasting ofPrice);
}
