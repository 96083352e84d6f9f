package dev.storetwin.event;

/** How far a checkout has come. */
public enum CheckoutStage {
    STARTED,
    CONTACT_GIVEN,
    SHIPPING_CHOSEN,
    PAYMENT_STARTED,
    COMPLETED,
    ABANDONED
}
