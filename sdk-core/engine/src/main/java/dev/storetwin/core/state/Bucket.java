package dev.storetwin.core.state;

import dev.storetwin.event.StockKind;

/** What a stock entry counts: stock of one condition, or what is promised of it. */
enum Bucket {
    SELLABLE,
    DAMAGED,
    ON_HOLD,
    SAFETY,
    IN_RETURN,
    RESERVED;

    static Bucket of(StockKind kind) {
        return switch (kind) {
            case SELLABLE -> SELLABLE;
            case DAMAGED -> DAMAGED;
            case ON_HOLD -> ON_HOLD;
            case SAFETY -> SAFETY;
            case IN_RETURN -> IN_RETURN;
        };
    }
}
