package dev.storetwin.event;

/** What shoppers do before they buy. */
public sealed interface ShopperEvent extends TwinEvent
        permits ProductViewed, SearchPerformed, CartChanged, CheckoutAdvanced {

    /** Who does it. */
    Visit visit();
}
