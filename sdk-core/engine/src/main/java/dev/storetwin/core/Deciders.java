package dev.storetwin.core;

import dev.storetwin.core.decision.Choice;
import dev.storetwin.core.decision.Circumstances;
import dev.storetwin.core.decision.GuardedDecider;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.inventory.OrderUpToPlanner;
import dev.storetwin.core.pricing.PriceLadderPlanner;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decider;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Who answers which question.
 *
 * @param facts what rules are told
 */
record Deciders(
        ShopFacts facts,
        Decider<PriceQuestion, PriceChange> prices,
        Decider<ReplenishmentQuestion, Replenishment> orders) {

    /** The version under which a decision names the settings that it was made with. */
    static final String SETTINGS = "settings";

    /** @param gate the guardrails in force when a question is asked */
    static Deciders of(DecisionSettings settings, HostCode host, Supplier<Gate> gate) {
        var facts = new ShopFacts(host.features(), settings.limits());
        var choice = new Choice(settings.seed(), settings.exploration());
        var forecaster = ForecastMethods.usual();
        var prices = new GuardedDecider<>(
                new GuardedDecider.Subject<>(Capability.PRICING, PriceQuestion::target, PriceQuestion::asOf),
                host.pricing().orElseGet(() -> new PriceLadderPlanner(forecaster, settings.pricing(), settings.seed())),
                gate,
                facts,
                choice,
                circumstances(settings, Capability.PRICING));
        var orders = new GuardedDecider<>(
                new GuardedDecider.Subject<>(
                        Capability.INVENTORY, ReplenishmentQuestion::target, ReplenishmentQuestion::asOf),
                host.inventory()
                        .orElseGet(() -> new OrderUpToPlanner(forecaster, settings.inventory(), settings.seed())),
                gate,
                facts,
                choice,
                circumstances(settings, Capability.INVENTORY));
        return new Deciders(facts, prices, orders);
    }

    private static Circumstances circumstances(DecisionSettings settings, Capability capability) {
        var versions = new TreeMap<String, String>();
        versions.put(SETTINGS, settings.hash());
        var control = new Control(settings.autonomy(), Optional.empty(), ApprovalOptions.DEFAULT);
        return new Circumstances(versions, (target, state) -> control.of(capability, target, state));
    }

    /** Where the twin is off, nothing that it would do is even written down. */
    static <A extends Action> Decision<A> off(Decision<A> decision) {
        return decision.withheld("%s is off here".formatted(decision.capability()));
    }

    /** The question of a decision once more, as it was written down; empty when nobody here answers such questions. */
    Optional<Decision<?>> again(DecisionRecord record, TwinState state) {
        return asked(record, state).map(it -> it.autonomy() == Autonomy.OFF ? off(it) : it);
    }

    private Optional<Decision<?>> asked(DecisionRecord record, TwinState state) {
        var decision = record.decision();
        var target = decision.target();
        return switch (decision.capability()) {
            case PRICING ->
                target.sku()
                        .flatMap(sku ->
                                target.channel().map(channel -> new PriceQuestion(sku, channel, decision.asOf())))
                        .map(it -> prices.decide(state, it));
            case INVENTORY ->
                target.sku()
                        .flatMap(
                                sku -> target.node().map(node -> new ReplenishmentQuestion(sku, node, decision.asOf())))
                        .map(it -> orders.decide(state, it));
            default -> Optional.empty();
        };
    }
}
