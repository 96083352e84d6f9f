package dev.storetwin.core.state;

import dev.storetwin.event.StockKind;

/** What a stock entry counts: stock of one condition, or what is promised of it. */
enum Bucket {
    SELLABLE(0),
    DAMAGED(1),
    ON_HOLD(2),
    SAFETY(3),
    IN_RETURN(4),
    RESERVED(5);

    /** Where it stands where each bucket has its place. */
    final int place;

    Bucket(int place) {
        this.place = place;
    }

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
