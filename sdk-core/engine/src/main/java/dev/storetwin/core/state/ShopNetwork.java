package dev.storetwin.core.state;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.CutOffChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.OutageReported;
import dev.storetwin.state.NetworkView;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Channels, nodes and carriers, read from their documents. */
final class ShopNetwork implements NetworkView {

    private final Reading reading;

    ShopNetwork(Reading reading) {
        this.reading = reading;
    }

    @Override
    public List<Channel> channels() {
        var defined = reading.known(EntityKind.CHANNEL).stream().map(Channel::of);
        var sold = reading.soldIn().stream();
        return Stream.concat(defined, sold).distinct().sorted().toList();
    }

    @Override
    public Optional<ChannelDefined> channel(Channel channel) {
        return reading.newest(EntityKind.CHANNEL, channel.value(), ChannelDefined.class);
    }

    @Override
    public List<NodeId> nodes() {
        var described = reading.known(EntityKind.NODE).stream().map(NodeId::of);
        var holding = reading.holding().stream();
        return Stream.concat(described, holding)
                .filter(it -> !it.equals(StockAccount.UNASSIGNED))
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<NodeChanged> node(NodeId node) {
        return reading.newest(EntityKind.NODE, node.value(), NodeChanged.class);
    }

    @Override
    public List<CutOffChanged> cutOffs(NodeId node) {
        return reading.known(EntityKind.CUT_OFF).stream()
                .flatMap(it -> reading.newest(EntityKind.CUT_OFF, it, CutOffChanged.class).stream())
                .filter(it -> it.node().equals(node))
                .toList();
    }

    @Override
    public List<OutageReported> outagesAt(Instant moment) {
        return reading.known(EntityKind.OUTAGE).stream()
                .flatMap(it -> reading.newest(EntityKind.OUTAGE, it, OutageReported.class).stream())
                .filter(it -> !moment.isBefore(it.from())
                        && it.until().map(moment::isBefore).orElse(true))
                .toList();
    }
}
