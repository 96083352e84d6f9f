package dev.storetwin.state;

import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.CutOffChanged;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.OutageReported;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Channels, nodes and carriers. */
public interface NetworkView {

    /** Channels that were defined or that sold something, in order. */
    List<Channel> channels();

    Optional<ChannelDefined> channel(Channel channel);

    /** Nodes that were described or that hold something, in order. */
    List<NodeId> nodes();

    Optional<NodeChanged> node(NodeId node);

    List<CutOffChanged> cutOffs(NodeId node);

    /** Outages that cover a moment. */
    List<OutageReported> outagesAt(Instant moment);
}
