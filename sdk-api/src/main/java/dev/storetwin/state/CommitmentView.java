package dev.storetwin.state;

import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Optional;

/** What the twin has bound the shop to, and what it may do. */
public interface CommitmentView {

    /** Whether acting is stopped. */
    boolean killSwitchEngaged();

    /** How far the twin may go alone, as set at run time. */
    Optional<String> autonomy(Capability capability);

    /** The last action that was applied to a target. */
    Optional<AppliedAction> lastApplied(Capability capability, Target target);

    /** Money bound by actions of a capability that were applied in a span of time. */
    Money spent(Capability capability, Instant from, Instant until);

    /** How far the acting on a decision has come; empty when the twin has not heard of it. */
    Optional<ActStage> stage(DecisionId decision);

    boolean isApproved(DecisionId decision);

    /** The applied price change that a price report confirms: our own write coming back. */
    Optional<DecisionId> echoOf(Sku sku, Channel channel, Money price);
}
