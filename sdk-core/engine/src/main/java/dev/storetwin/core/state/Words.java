package dev.storetwin.core.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The few names that millions of accounts are kept under, each in memory once. It changes nothing that can be asked of a state: equal names are
 * equal, whichever object they are.
 */
final class Words {

    private final ConcurrentMap<Channel, Channel> channels = new ConcurrentHashMap<>();
    private final ConcurrentMap<NodeId, NodeId> nodes = new ConcurrentHashMap<>();

    Channel channel(Channel channel) {
        return known(channels, channel);
    }

    NodeId node(NodeId node) {
        return known(nodes, node);
    }

    private static <W> W known(ConcurrentMap<W, W> words, W word) {
        var known = words.get(word);
        if (known == null) {
            known = words.putIfAbsent(word, word);
        }
        return known == null ? word : known;
    }
}
