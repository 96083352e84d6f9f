package dev.storetwin.testing;

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
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/** A state of which nobody knows more than its views. */
record ByViews(TwinState state) implements TwinState {

    @Override
    public long revision() {
        return state.revision();
    }

    @Override
    public ZoneId zone() {
        return state.zone();
    }

    @Override
    public Currency currency() {
        return state.currency();
    }

    @Override
    public CatalogView catalog() {
        return state.catalog();
    }

    @Override
    public StockView stock() {
        return state.stock();
    }

    @Override
    public DemandView demand() {
        return state.demand();
    }

    @Override
    public TrafficView traffic() {
        return state.traffic();
    }

    @Override
    public OrderView orders() {
        return state.orders();
    }

    @Override
    public CustomerView customers() {
        return state.customers();
    }

    @Override
    public NetworkView network() {
        return state.network();
    }

    @Override
    public DeliveryView deliveries() {
        return state.deliveries();
    }

    @Override
    public CommitmentView commitments() {
        return state.commitments();
    }

    @Override
    public TwinState asOf(Instant moment) {
        return new ByViews(state.asOf(moment));
    }
}
