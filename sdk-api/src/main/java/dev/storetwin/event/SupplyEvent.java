package dev.storetwin.event;

/** What the shop buys. */
public sealed interface SupplyEvent extends TwinEvent
        permits PurchaseOrderPlaced, PurchaseOrderCancelled, GoodsReceived, SupplierTermsChanged {}
