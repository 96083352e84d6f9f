package dev.storetwin.core.state.quality;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What events may refer to: what the state knew before a batch, and what the batch itself has described so far.
 *
 * <p>Few SKUs are in many events. So the last ones that were found are remembered, each in the one place that its hash gives it.
 */
final class References {

    private static final int PLACES = 1 << 12;

    private final Object[] found = new Object[PLACES];
    private final Set<Object> described = new HashSet<>();
    private final Map<Channel, Currency> currencies = new HashMap<>();
    private Precedents precedents;

    References(Precedents precedents) {
        this.precedents = precedents;
    }

    /** From now on compared with this. What was remembered of the state before stays: what is known rarely becomes unknown. */
    void next(Precedents state) {
        precedents = state;
        described.clear();
        currencies.clear();
    }

    /** Remembers what an event that is taken describes. */
    void learn(TwinEvent event) {
        if (event instanceof VariantUpserted variant) {
            described.add(variant.sku());
            described.addAll(variant.aliases());
        } else if (event instanceof NodeChanged node) {
            described.add(node.node());
        } else if (event instanceof ChannelDefined channel) {
            described.add(channel.channel());
            currencies.put(channel.channel(), channel.currency());
        }
    }

    boolean isKnown(Sku sku) {
        return isFound(sku) || described.contains(sku) || (precedents.isKnown(sku) && remember(sku));
    }

    boolean isKnown(NodeId node) {
        return isFound(node) || described.contains(node) || (precedents.isKnown(node) && remember(node));
    }

    boolean isKnown(Channel channel) {
        return isFound(channel) || described.contains(channel) || (precedents.isKnown(channel) && remember(channel));
    }

    Optional<Currency> currency(Channel channel) {
        return Optional.ofNullable(currencies.get(channel)).or(() -> precedents.currency(channel));
    }

    private boolean isFound(Object id) {
        return id.equals(found[place(id)]);
    }

    private boolean remember(Object id) {
        found[place(id)] = id;
        return true;
    }

    private static int place(Object id) {
        int hash = id.hashCode();
        return (hash ^ hash >>> 16) & (PLACES - 1);
    }
}
