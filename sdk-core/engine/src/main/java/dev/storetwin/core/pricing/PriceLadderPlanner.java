package dev.storetwin.core.pricing;

import dev.storetwin.core.forecast.DemandSource;
import dev.storetwin.core.forecast.Recent;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.pricing.response.PriceRecord;
import dev.storetwin.core.pricing.response.WeeksSold;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PricePlanner;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.PricePoint;
import dev.storetwin.state.Promotion;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tries a ladder of prices around the present one and scores each by the margin that it is expected to bring.
 *
 * <p>Demand answers by the SKU's elasticity, as far as it is known; stock limits what can be sold; what is left over costs. A price is only
 * better when it still is if the elasticity is somewhat worse than thought.
 */
public final class PriceLadderPlanner implements PricePlanner, DemandCurves {

    private static final int KEPT = 8;
    private static final int KEPT_FUTURES = 64;

    private final PricingOptions options;
    private final DemandSource forecasts;
    private final ElasticitySource elasticities;
    private final long seed;
    private final Recent<Ask, Answer> recent = new Recent<>(KEPT);
    private final Recent<DemandForecast, CumulativeDemand[]> futures = new Recent<>(KEPT_FUTURES);

    /** With elasticities fitted to the state that is asked about. */
    public PriceLadderPlanner(DemandForecaster forecaster, PricingOptions options, long seed) {
        this(forecaster, new FittedElasticities(options.elasticity()), options, seed);
    }

    /** @param seed of the futures that prices are tried on */
    public PriceLadderPlanner(
            DemandForecaster forecaster, ElasticitySource elasticities, PricingOptions options, long seed) {
        this(
                new ShopForecasts(forecaster, options.elasticity().historyDays())
                        .answering(new KnownResponse(elasticities))
                        .withYear(),
                elasticities,
                options,
                seed);
    }

    /**
     * With demand and elasticities from anywhere.
     *
     * @param seed of the futures that prices are tried on
     */
    public PriceLadderPlanner(
            DemandSource forecasts, ElasticitySource elasticities, PricingOptions options, long seed) {
        this.options = options;
        this.forecasts = forecasts;
        this.elasticities = elasticities;
        this.seed = seed;
    }

    /** A state is the same as itself only. */
    private record Ask(TwinState state, PriceQuestion question) {}

    /**
     * What came of a question.
     *
     * @param prices   can be tried; empty when something is missing
     * @param proposal what to say, then too
     */
    private record Answer(Optional<PriceCase> prices, Proposal<PriceChange> proposal) {}

    @Override
    public Proposal<PriceChange> plan(TwinState state, PriceQuestion question) {
        return answer(state, question).proposal();
    }

    @Override
    public Alternative<PriceChange> score(TwinState state, PriceQuestion question, PriceChange action) {
        return answer(state, question).prices().map(it -> it.change(action)).orElseGet(() -> Alternative.of(action, 0));
    }

    @Override
    public DemandCurve of(TwinState state, PriceQuestion question, Collection<Money> also) {
        var weeks = WeeksSold.of(state, question, options.elasticity().historyDays());
        var answer = answer(state, question);
        var present = state.catalog()
                .price(question.sku(), question.channel(), question.asOf())
                .map(PricePoint::price);
        return answer.prices()
                .flatMap(it -> present.map(
                        price -> new CurveGrid(price, it.ladder(), weeks, also).curve(question, options, it)))
                .orElseGet(() -> DemandCurve.missing(
                        question,
                        options.horizonDays(),
                        PriceCase.objective(options, ""),
                        present,
                        weeks,
                        answer.proposal().missing()));
    }

    /** What a SKU's demand in a channel answers to its price, as far as it is known. */
    public ShrunkenElasticity elasticity(TwinState state, PriceQuestion question) {
        return elasticities.at(state, question.asOf()).of(state, question.sku(), question.channel());
    }

    private Answer answer(TwinState state, PriceQuestion question) {
        return recent.get(new Ask(state, question), it -> work(it.state(), it.question()));
    }

    private Answer work(TwinState state, PriceQuestion question) {
        var missing = new ArrayList<String>();
        var economics =
                PriceEconomics.of(state, question.sku(), question.channel(), question.asOf(), options.taxRate());
        economics.missing().ifPresent(missing::add);
        var slips = new UnitSlips(state, question.sku(), question.channel(), question.asOf());
        slips.sales().ifPresent(missing::add);
        slips.stock().ifPresent(missing::add);
        var channel = Optional.of(question.channel());
        var forecast = forecasts.of(state, question.sku(), channel, question.asOf(), options.horizonDays());
        if (forecast.isEmpty()) {
            missing.add("sales: %s was never sold in %s".formatted(question.sku(), question.channel()));
        }
        if (!missing.isEmpty()) {
            return new Answer(Optional.empty(), insufficient(question, missing));
        }
        var known = withReturns(economics.economics().orElseThrow(), question);
        var prices = prices(state, question, known, forecast.orElseThrow());
        return new Answer(Optional.of(prices), prices.proposal());
    }

    private static PriceEconomics withReturns(PriceEconomics economics, PriceQuestion question) {
        var cost = question.returnCost();
        return cost.isPresent() ? economics.withReturns(cost.getAsDouble()) : economics;
    }

    private PriceCase prices(
            TwinState state, PriceQuestion question, PriceEconomics economics, DemandForecast forecast) {
        var book = elasticities.at(state, question.asOf());
        var elasticity = book.of(state, question.sku(), question.channel());
        var stock = stock(state, question);
        double seenAt = PriceRecord.recentPrice(state, question.sku(), question.channel(), question.asOf())
                .orElse(economics.price().toDouble());
        var trial = new PriceTrial(futures(forecast), stock, leftover(economics));
        var scale = new PriceScale(options, economics, elasticity, trial, seenAt);
        var caveats = new ArrayList<String>();
        caveats.add("Demand by %s: %s".formatted(forecast.card().name(), forecast.reason()));
        state.catalog().promotions(question.sku(), question.channel()).stream()
                .filter(it -> it.runsAt(question.asOf()))
                .map(Promotion::name)
                .forEach(it ->
                        caveats.add("The campaign %s is running: recent demand may owe something to it".formatted(it)));
        var versions = forecast.card().versions("forecast");
        versions.put("elasticity", book.version());
        return new PriceCase(question, options, economics, elasticity, stock, scale, versions, caveats);
    }

    /** Who clears a shelf does not order for it again. */
    private Optional<ChannelStock> stock(TwinState state, PriceQuestion question) {
        var stock = ChannelStock.of(state, question.sku(), question.channel(), question.asOf(), options.horizonDays());
        return options.objective() == PriceAim.CLEARANCE ? stock.map(ChannelStock::withoutOrders) : stock;
    }

    private Leftover leftover(PriceEconomics economics) {
        return new Leftover(
                economics.cost().toDouble(),
                economics.holdingOfDay(options.holdingRate()),
                options.objective() == PriceAim.CLEARANCE);
    }

    /** Drawn once for each forecast: it stands as long as what was sold does. */
    private CumulativeDemand[] futures(DemandForecast forecast) {
        return futures.get(forecast, it -> CumulativeDemand.ofAll(it.paths(options.paths(), seed)));
    }

    private Proposal<PriceChange> insufficient(PriceQuestion question, List<String> missing) {
        var objective = new Objective(PriceCase.objective(options, "").name(), "");
        return Proposal.insufficient(
                Capability.PRICING, question.target(), question.asOf(), objective, List.of(), missing);
    }
}
