package dev.storetwin.testing;

import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Reconciler;
import java.time.Instant;
import java.util.List;

class ShopListsContractTest extends ReconcilerContract {

    private final FakeShop shop = FakeShop.openedAt(ShopDay.OPENING);
    private final List<TwinEvent> told;

    ShopListsContractTest() {
        shop.lists().pages(3);
        ShopDay.hours(11, 50).forEach(it -> it.accept(shop));
        told = shop.drain();
    }

    @Override
    protected Reconciler reconciler() {
        return shop.lists();
    }

    @Override
    protected List<TwinEvent> webhooks() {
        return told;
    }

    @Override
    protected Instant now() {
        return shop.now();
    }
}
