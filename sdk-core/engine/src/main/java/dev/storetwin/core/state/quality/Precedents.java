package dev.storetwin.core.state.quality;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** What is known beside an event, to compare it with. Asked on the way of every event, so its answers must be cheap. */
public interface Precedents {

    /** Whether anything has described the SKU, under this name or another. */
    boolean isKnown(Sku sku);

    boolean isKnown(NodeId node);

    boolean isKnown(Channel channel);

    /** As the channel was defined. */
    Optional<Currency> currency(Channel channel);

    Optional<Money> price(Sku sku, Channel channel, Instant at);

    /** Sellable units. */
    Optional<Quantity> onHand(Sku sku, NodeId node, Instant at);

    /** One moment of the shop. */
    static Precedents of(TwinState state) {
        return new Precedents() {
            @Override
            public boolean isKnown(Sku sku) {
                return state.catalog().variant(sku).isPresent();
            }

            @Override
            public boolean isKnown(NodeId node) {
                return state.network().node(node).isPresent();
            }

            @Override
            public boolean isKnown(Channel channel) {
                return state.network().channel(channel).isPresent();
            }

            @Override
            public Optional<Currency> currency(Channel channel) {
                return state.network().channel(channel).map(ChannelDefined::currency);
            }

            @Override
            public Optional<Money> price(Sku sku, Channel channel, Instant at) {
                return state.catalog().price(sku, channel, at).map(PricePoint::price);
            }

            @Override
            public Optional<Quantity> onHand(Sku sku, NodeId node, Instant at) {
                return state.stock().onHandAt(sku, node, at);
            }
        };
    }
}
