package dev.storetwin.core.state.quality;

import dev.storetwin.core.binary.TextHash;
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
 * <p>What was found once is remembered: few things become unknown again.
 */
final class References {

    /** Each kind of thing has hashes of its own. */
    private static final String SKU = "sku";

    private static final String NODE = "node";
    private static final String CHANNEL = "channel";

    private final KnownHashes found;
    private final Set<Object> described = new HashSet<>();
    private final Map<Channel, Currency> currencies = new HashMap<>();
    private Precedents precedents;

    /** @param found what any of them has found before */
    References(Precedents precedents, KnownHashes found) {
        this.found = found;
        this.precedents = precedents;
    }

    /** From now on compared with this. */
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
        long hash = TextHash.of(SKU, sku.value());
        return found.contains(hash) || described.contains(sku) || (precedents.isKnown(sku) && remember(hash));
    }

    boolean isKnown(NodeId node) {
        long hash = TextHash.of(NODE, node.value());
        return found.contains(hash) || described.contains(node) || (precedents.isKnown(node) && remember(hash));
    }

    boolean isKnown(Channel channel) {
        long hash = TextHash.of(CHANNEL, channel.value());
        return found.contains(hash) || described.contains(channel) || (precedents.isKnown(channel) && remember(hash));
    }

    Optional<Currency> currency(Channel channel) {
        return Optional.ofNullable(currencies.get(channel)).or(() -> precedents.currency(channel));
    }

    private boolean remember(long hash) {
        found.add(hash);
        return true;
    }
}
