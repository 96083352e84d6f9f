package dev.storetwin.guardrail;

import dev.storetwin.type.Channel;
import dev.storetwin.type.Region;

/** The region that a channel sells in. */
public record Market(Channel channel, Region region) implements Fact {}
