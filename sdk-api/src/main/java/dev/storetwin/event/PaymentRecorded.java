package dev.storetwin.event;

import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;

/**
 * Money moved, or failed to.
 *
 * @param stage  what happened
 * @param amount how much
 * @param method the gateway's or platform's name for the means of payment
 */
public record PaymentRecorded(EventHeader header, OrderId order, PaymentStage stage, Money amount, String method)
        implements OrderEvent {}
