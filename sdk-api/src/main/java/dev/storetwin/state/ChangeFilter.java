package dev.storetwin.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.util.Collections;
import java.util.Set;

/**
 * Which changes a subscriber wants. An empty set wants all. A change that is vague concerns every SKU and channel.
 *
 * @param parts    of the shop
 * @param skus     changes that name one of them
 * @param channels changes that name one of them
 */
public record ChangeFilter(Set<Part> parts, Set<Sku> skus, Set<Channel> channels) {

    public static final ChangeFilter EVERYTHING = new ChangeFilter(Set.of(), Set.of(), Set.of());

    public ChangeFilter {
        parts = Set.copyOf(parts);
        skus = Set.copyOf(skus);
        channels = Set.copyOf(channels);
    }

    public static ChangeFilter of(Part... parts) {
        return new ChangeFilter(Set.of(parts), Set.of(), Set.of());
    }

    public ChangeFilter withSkus(Sku... wanted) {
        return new ChangeFilter(parts, Set.of(wanted), channels);
    }

    public ChangeFilter withChannels(Channel... wanted) {
        return new ChangeFilter(parts, skus, Set.of(wanted));
    }

    public boolean wants(StateChange change) {
        return meets(parts, change.parts())
                && (change.isVague() || (meets(skus, change.skus()) && meets(channels, change.channels())));
    }

    private static <T> boolean meets(Set<T> wanted, Set<T> named) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, named);
    }
}
