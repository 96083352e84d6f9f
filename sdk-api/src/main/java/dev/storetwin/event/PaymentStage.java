package dev.storetwin.event;

/** What a payment fact says. */
public enum PaymentStage {
    AUTHORIZED,
    CAPTURED,
    REFUNDED,
    VOIDED,
    FAILED,
    PENDING,
    DISPUTED
}
