package dev.storetwin.event;

/** What is where. */
public sealed interface StockEvent extends TwinEvent
        permits StockCounted, StockAdjusted, StockReclassified, StockReserved, TransferDispatched, TransferReceived {}
