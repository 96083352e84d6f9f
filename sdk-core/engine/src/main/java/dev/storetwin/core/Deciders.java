package dev.storetwin.core;

import dev.storetwin.core.decision.Choice;
import dev.storetwin.core.decision.Circumstances;
import dev.storetwin.core.decision.GuardedDecider;
import dev.storetwin.core.decision.Settled;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.core.guardrail.Gate;
import dev.storetwin.core.guardrail.ShopFacts;
import dev.storetwin.core.inventory.TransferOptions;
import dev.storetwin.core.inventory.plan.AllottedPlanning;
import dev.storetwin.core.inventory.thrift.HostTransfers;
import dev.storetwin.core.inventory.thrift.LateralPlanning;
import dev.storetwin.core.inventory.thrift.OrderPlanning;
import dev.storetwin.core.inventory.thrift.TransferPlanning;
import dev.storetwin.core.pricing.DemandCurves;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.core.pricing.ShrunkenElasticity;
import dev.storetwin.core.pricing.thrift.MarkdownPlanning;
import dev.storetwin.core.pricing.thrift.PricePlanning;
import dev.storetwin.core.pricing.together.TogetherPlanning;
import dev.storetwin.core.pricing.together.TogetherQuestion;
import dev.storetwin.core.proposal.CountedPlanner;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionRecord;
import dev.storetwin.inventory.Allotment;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.ReplenishmentQuestion;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.inventory.TransferQuestion;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Planner;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who answers which question.
 *
 * @param facts    what rules are told
 * @param curves   what demand answers to prices, as the decider of prices sees it
 * @param together many prices at once
 * @param markdowns what has to go by a date
 * @param planning how orders are planned
 * @param moves    what is brought from node to node
 */
record Deciders(
        ShopFacts facts,
        GuardedDecider<PriceQuestion, PriceChange> prices,
        DemandCurves curves,
        Together together,
        Markdowns markdowns,
        GuardedDecider<ReplenishmentQuestion, Replenishment> orders,
        Planning<ReplenishmentQuestion, Replenishment> planning,
        Moves moves) {

    /**
     * Who answers questions about markdowns.
     *
     * @param planning whose ways know the path of prices too
     */
    record Markdowns(GuardedDecider<MarkdownQuestion, PriceChange> decider, MarkdownPlanning planning) {}

    /**
     * Who answers questions about prices that are planned together.
     *
     * @param pricing how single prices are planned
     * @param options the same
     */
    record Together(
            GuardedDecider<TogetherQuestion, PriceChange> decider,
            Planning<PriceQuestion, PriceChange> pricing,
            PricingOptions options) {

        /** Empty where a planner of the host's keeps it to itself. */
        Optional<ShrunkenElasticity> elasticity(TwinState state, PriceQuestion question) {
            return pricing instanceof PricePlanning ours
                    ? Optional.of(ours.elasticity(state, question))
                    : Optional.empty();
        }
    }

    /**
     * Who answers questions about transfers.
     *
     * @param planning how they are planned
     */
    record Moves(GuardedDecider<TransferQuestion, Transfer> decider, TransferPlanning planning) {}

    /** The version under which a decision names the settings that it was made with. */
    static final String SETTINGS = "settings";

    private static final GuardedDecider.Subject<PriceQuestion> PRICES = new GuardedDecider.Subject<>(
            Capability.PRICING,
            PriceQuestion::target,
            PriceQuestion::asOf,
            (question, action) -> Optional.empty(),
            AskedPrice::words);

    private static final GuardedDecider.Subject<TogetherQuestion> TOGETHER = new GuardedDecider.Subject<>(
            Capability.PRICING,
            TogetherQuestion::target,
            TogetherQuestion::asOf,
            (question, action) -> Optional.empty(),
            AskedTogether::words,
            question -> question.word().map(it -> new Settled(it.change(), it.why())));

    private static final GuardedDecider.Subject<MarkdownQuestion> MARKDOWNS = new GuardedDecider.Subject<>(
            Capability.PRICING,
            MarkdownQuestion::target,
            MarkdownQuestion::asOf,
            (question, action) -> Optional.empty(),
            AskedMarkdown::words);

    private static final GuardedDecider.Subject<ReplenishmentQuestion> ORDERS = new GuardedDecider.Subject<>(
            Capability.INVENTORY, ReplenishmentQuestion::target, ReplenishmentQuestion::asOf, Deciders::aboveAllotment);

    private static final GuardedDecider.Subject<TransferQuestion> TRANSFERS = new GuardedDecider.Subject<>(
            Capability.INVENTORY,
            TransferQuestion::target,
            TransferQuestion::asOf,
            Deciders::aboveRoom,
            AskedTransfer::words);

    /**
     * Who does full work, whatever it costs.
     *
     * @param gate the guardrails in force when a question is asked
     */
    static Deciders of(DecisionSettings settings, HostCode host, Supplier<Gate> gate) {
        return of(settings, host, gate, it -> Thrift.NONE);
    }

    /** Who keeps models for when the budget is short, and tells of new ones; where there is no budget, the ones given. */
    Deciders within(Costs costs, DecisionSettings settings, HostCode host, Supplier<Gate> gate) {
        var thrifty = of(settings, host, gate, it -> costs.of(it)
                .map(account -> new Thrift(account.kept(), account.meter()::modelCalled))
                .orElse(Thrift.NONE));
        return new Deciders(
                facts,
                costs.of(Capability.PRICING).isPresent() ? thrifty.prices : prices,
                curves,
                together,
                costs.of(Capability.PRICING).isPresent() ? thrifty.markdowns : markdowns,
                costs.of(Capability.INVENTORY).isPresent() ? thrifty.orders : orders,
                planning,
                costs.of(Capability.INVENTORY).isPresent() ? thrifty.moves : moves);
    }

    /**
     * How a planner takes part in saving cost.
     *
     * @param kept   forecasts that may be used again
     * @param called hears of every model that is worked out
     */
    private record Thrift(KeptForecasts kept, Runnable called) {

        static final Thrift NONE = new Thrift(KeptForecasts.none(), () -> {});
    }

    private static Deciders of(
            DecisionSettings settings, HostCode host, Supplier<Gate> gate, Function<Capability, Thrift> thrift) {
        var facts = new ShopFacts(host.features(), settings.limits());
        var common = new Parts(settings, gate, facts, new Choice(settings.seed(), settings.exploration()));
        var planning = new AllottedPlanning(orders(settings, host, thrift.apply(Capability.INVENTORY)));
        var pricing = prices(settings, host, thrift.apply(Capability.PRICING));
        var moving = moves(settings, host, thrift.apply(Capability.INVENTORY));
        var marking = markdowns(pricing, settings, thrift.apply(Capability.PRICING));
        return new Deciders(
                facts,
                common.decider(PRICES, pricing),
                curves(pricing, settings),
                new Together(
                        common.decider(TOGETHER, new TogetherPlanning(aim -> aiming(pricing, aim))),
                        pricing,
                        settings.pricing()),
                new Markdowns(common.decider(MARKDOWNS, marking), marking),
                common.decider(ORDERS, planning),
                planning,
                new Moves(common.decider(TRANSFERS, moving), moving));
    }

    /** What all who decide have in common. */
    private record Parts(DecisionSettings settings, Supplier<Gate> gate, ShopFacts facts, Choice choice) {

        <Q, A extends Action> GuardedDecider<Q, A> decider(GuardedDecider.Subject<Q> subject, Planning<Q, A> planning) {
            return new GuardedDecider<>(
                    subject, planning, gate, facts, choice, circumstances(settings, subject.capability()));
        }
    }

    /** Not even a rule may move more than a plan has room for. */
    private static Optional<String> aboveRoom(TransferQuestion question, Action action) {
        return question.atMost()
                .filter(it -> action instanceof Transfer transfer
                        && transfer.quantity().compareTo(it) > 0)
                .map("the plan has room for at most %s"::formatted);
    }

    /** Not even a rule may order more than the plan has for it. */
    private static Optional<String> aboveAllotment(ReplenishmentQuestion question, Action action) {
        return question.allotment()
                .flatMap(it -> action instanceof Replenishment order ? it.refusal(order.quantity()) : Optional.empty());
    }

    private static Planning<PriceQuestion, PriceChange> prices(
            DecisionSettings settings, HostCode host, Thrift thrift) {
        return host.pricing().map(it -> counted(it, thrift)).orElseGet(() -> ours(settings, thrift));
    }

    /** A planner of the host's has an aim of its own. */
    private static Planning<PriceQuestion, PriceChange> aiming(
            Planning<PriceQuestion, PriceChange> pricing, PriceAim aim) {
        return pricing instanceof PricePlanning ours ? ours.aimingAt(aim) : pricing;
    }

    private static DemandCurves curves(Planning<PriceQuestion, PriceChange> pricing, DecisionSettings settings) {
        return pricing instanceof PricePlanning ours
                ? ours.curves()
                : DemandCurves.unknown(
                        settings.pricing(),
                        "a planner of the host's sets the prices, and does not tell what demand answers");
    }

    /** By the models that prices are planned with, where these are not the host's. */
    private static MarkdownPlanning markdowns(
            Planning<PriceQuestion, PriceChange> pricing, DecisionSettings settings, Thrift thrift) {
        return (pricing instanceof PricePlanning ours ? ours : ours(settings, thrift)).markdowns();
    }

    private static PricePlanning ours(DecisionSettings settings, Thrift thrift) {
        return new PricePlanning(
                ForecastMethods.usual(), settings.pricing(), settings.seed(), thrift.kept(), thrift.called());
    }

    private static Planning<ReplenishmentQuestion, Replenishment> orders(
            DecisionSettings settings, HostCode host, Thrift thrift) {
        return host.inventory()
                .map(it -> counted(it, thrift))
                .orElseGet(() -> new OrderPlanning(
                        ForecastMethods.usual(),
                        settings.inventory(),
                        settings.seed(),
                        thrift.kept(),
                        thrift.called()));
    }

    private static TransferPlanning moves(DecisionSettings settings, HostCode host, Thrift thrift) {
        var options = settings.transfers().orElse(TransferOptions.DEFAULT);
        return host.transfers()
                .<TransferPlanning>map(it -> new HostTransfers(it, options, thrift.called()))
                .orElseGet(() -> new LateralPlanning(
                        ForecastMethods.usual(),
                        settings.inventory(),
                        options,
                        settings.seed(),
                        thrift.kept(),
                        thrift.called()));
    }

    private static <Q, A extends Action> Planning<Q, A> counted(Planner<Q, A> planner, Thrift thrift) {
        return Planning.of(new CountedPlanner<>(planner, thrift.called()));
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

    /**
     * The question of a decision once more, as it was written down and with the work that went into it; empty when nobody here answers such
     * questions.
     *
     * @param past what was known where an earlier model comes from
     */
    Optional<Decision<?>> again(DecisionRecord record, TwinState state, Function<ModelOrigin, TwinState> past) {
        return asked(record, state, past).map(it -> it.autonomy() == Autonomy.OFF ? off(it) : it);
    }

    private Optional<Decision<?>> asked(DecisionRecord record, TwinState state, Function<ModelOrigin, TwinState> past) {
        var decision = record.decision();
        var target = decision.target();
        var work = decision.work();
        return switch (decision.capability()) {
            case PRICING ->
                AskedMarkdown.of(decision)
                        .<Decision<?>>map(it -> markdowns.decider().again(state, it, work, past))
                        .or(() -> AskedTogether.of(decision)
                                .map(it -> together.decider().again(state, it, work, past)))
                        .or(() -> AskedPrice.of(decision).map(it -> prices.again(state, it, work, past)));
            case INVENTORY ->
                AskedTransfer.of(decision)
                        .<Decision<?>>map(it -> moves.decider().again(state, it, work, past))
                        .or(() -> target.sku()
                                .flatMap(sku -> target.node()
                                        .map(node -> new ReplenishmentQuestion(
                                                sku, node, decision.asOf(), Allotment.of(decision.evidence()))))
                                .map(it -> orders.again(state, it, work, past)));
            default -> Optional.empty();
        };
    }
}
