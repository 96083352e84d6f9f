package dev.storetwin.event;

/** What an order line sells. Only goods are demand. */
public enum LineKind {
    GOODS,
    SHIPPING,
    FEE,
    GIFT_CARD,
    SERVICE,
    DISCOUNT,
    TIP
}
