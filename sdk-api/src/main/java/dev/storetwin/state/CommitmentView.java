package dev.storetwin.state;

import dev.storetwin.event.AutonomyChanged;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Scope;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the twin has bound the shop to, and what it may do. */
public interface CommitmentView {

    /** Whether acting is stopped. */
    boolean killSwitchEngaged();

    /** How far the twin may go alone, as set at run time. */
    Optional<String> autonomy(Capability capability);

    /** The newest grant for exactly this scope. */
    Optional<AutonomyChanged> autonomy(Capability capability, Scope scope);

    /** The last action that was applied to a target. */
    Optional<AppliedAction> lastApplied(Capability capability, Target target);

    /** Actions that were applied at a moment or after it, or were about to be and never answered; in no order. */
    List<AppliedAction> appliedSince(Instant moment);

    /** Money bound by actions of a capability that were applied in a span of time. */
    Money spent(Capability capability, Instant from, Instant until);

    /**
     * What was expected to be given up to learn, by actions of a capability that were begun in a span of time; also by those that failed or were
     * changed back, since of both some may have been given up.
     */
    Money regret(Capability capability, Instant from, Instant until);

    /** The same of one SKU, under all its names and in all channels. */
    Money regret(Capability capability, Sku sku, Instant from, Instant until);

    /** Prices of a SKU in a channel that were drawn to learn and not changed back, oldest first; of those alone of which it is known what stood before. */
    List<TriedPrice> tried(Sku sku, Channel channel);

    /** Whether an operator has frozen trying things to learn. */
    boolean explorationFrozen(Capability capability);

    /** How far the acting on a decision has come; empty when the twin has not heard of it. */
    Optional<ActStage> stage(DecisionId decision);

    boolean isApproved(DecisionId decision);

    /** Decisions that wait for a yes, have it and were not carried out yet, or of whose action nobody knows what became; in order. */
    List<DecisionId> open();

    /** The acting on a decision whose action is known; empty for what only advised, or was applied before actions were kept. */
    Optional<Undertaking> undertaking(DecisionId decision);

    /**
     * The price change that a price report confirms: our own write coming back, also late, once more, rounded to the currency's coins, or after it was
     * changed back; not the same price set by somebody else, after another one stood.
     *
     * @param from when the price stands from, by the report
     */
    Optional<DecisionId> echoOf(Sku sku, Channel channel, Money price, Instant from);

    /** Whether somebody else has set the price since the twin last did. */
    boolean isOverruled(Sku sku, Channel channel);
}
