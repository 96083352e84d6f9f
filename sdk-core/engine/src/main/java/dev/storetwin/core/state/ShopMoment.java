package dev.storetwin.core.state;

import dev.storetwin.state.CatalogView;
import dev.storetwin.state.CommitmentView;
import dev.storetwin.state.CustomerView;
import dev.storetwin.state.DeliveryView;
import dev.storetwin.state.DemandView;
import dev.storetwin.state.NetworkView;
import dev.storetwin.state.OrderView;
import dev.storetwin.state.StockView;
import dev.storetwin.state.TrafficView;
import dev.storetwin.state.TwinState;
import java.time.ZoneId;
import java.util.Currency;

/** One moment of the shop, as a reading tells it: now, or earlier. */
abstract class ShopMoment implements TwinState {

    private final Reading reading;
    private final Folding folding;
    private final Names names;

    ShopMoment(Reading reading, Folding folding) {
        this.reading = reading;
        this.folding = folding;
        this.names = new Names(reading);
    }

    final Folding folding() {
        return folding;
    }

    final Names names() {
        return names;
    }

    @Override
    public final ZoneId zone() {
        return folding.zone();
    }

    @Override
    public final Currency currency() {
        return folding.currency();
    }

    @Override
    public final CatalogView catalog() {
        return new ShopCatalog(reading, names);
    }

    @Override
    public final StockView stock() {
        return new ShopStock(names);
    }

    @Override
    public final DemandView demand() {
        return new ShopDemand(reading, names, folding);
    }

    @Override
    public final TrafficView traffic() {
        return new ShopTraffic(names);
    }

    @Override
    public final OrderView orders() {
        return new ShopOrders(reading, folding);
    }

    @Override
    public final CustomerView customers() {
        return new ShopCustomers(reading, folding);
    }

    @Override
    public final NetworkView network() {
        return new ShopNetwork(reading);
    }

    @Override
    public final DeliveryView deliveries() {
        return new ShopDeliveries(reading);
    }

    @Override
    public final CommitmentView commitments() {
        return new ShopCommitments(reading, folding, names);
    }
}
