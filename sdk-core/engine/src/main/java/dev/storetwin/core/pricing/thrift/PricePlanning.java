package dev.storetwin.core.pricing.thrift;

import dev.storetwin.core.forecast.CountedForecaster;
import dev.storetwin.core.forecast.DemandSource;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.pricing.DemandCurves;
import dev.storetwin.core.pricing.ElasticityBook;
import dev.storetwin.core.pricing.ElasticitySource;
import dev.storetwin.core.pricing.FittedElasticities;
import dev.storetwin.core.pricing.KnownResponse;
import dev.storetwin.core.pricing.PriceLadderPlanner;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.core.pricing.ShrunkenElasticity;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.core.proposal.Way;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.TwinState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Price ladders with much work or little: with new forecasts and elasticities, with those of an earlier moment, or with recent means and the
 * elasticity that is usual in the trade.
 */
public final class PricePlanning implements Planning<PriceQuestion, PriceChange> {

    private static final int FEW_PATHS = 50;

    private final PricingOptions options;
    private final long seed;
    private final KeptForecasts forecasts;
    private final Demand demand;
    private final Elasticities elasticities;
    private final PriceLadderPlanner full;
    private final PriceLadderPlanner simple;
    private final Map<PriceAim, PricePlanning> byAim = new ConcurrentHashMap<>();

    /**
     * @param seed      of the futures that prices are tried on
     * @param forecasts that are kept; elasticities may be as old as they
     * @param called    hears of every model that has to be worked out
     */
    public PricePlanning(
            DemandForecaster forecaster, PricingOptions options, long seed, KeptForecasts forecasts, Runnable called) {
        this.options = options;
        this.seed = seed;
        this.forecasts = forecasts;
        int days = options.elasticity().historyDays();
        this.elasticities = Elasticities.of(options, forecasts, called);
        this.demand = new Demand(
                new ShopForecasts(new CountedForecaster(forecaster, called), days).withYear(), forecasts, elasticities);
        this.full = new PriceLadderPlanner(demand.anew(), elasticities.anew(), options, seed);
        var usual = ElasticityBook.usual(options.elasticity());
        this.simple = new PriceLadderPlanner(
                new ShopForecasts(ForecastMethods.cheap(), days),
                (state, asOf) -> usual,
                options.withPaths(Math.min(FEW_PATHS, options.paths())),
                seed);
    }

    /**
     * Where elasticities come from.
     *
     * @param kept  the last ones
     * @param anew  of now, which are kept
     * @param past  of an earlier moment once more, which are not
     */
    record Elasticities(KeptElasticities kept, ElasticitySource anew, ElasticitySource past) {

        static Elasticities of(PricingOptions options, KeptForecasts forecasts, Runnable called) {
            var kept = new KeptElasticities(forecasts.longest());
            return new Elasticities(
                    kept,
                    kept.remembering(new FittedElasticities(options.elasticity(), called)),
                    new FittedElasticities(options.elasticity()));
        }

        /** The ones that went into earlier work; empty when they were of its own moment. */
        Optional<ElasticityBook> again(Work work, Function<ModelOrigin, TwinState> states) {
            return work.origin(KeptElasticities.MODEL).map(it -> past.at(states.apply(it), it.asOf()));
        }
    }

    /**
     * Where demand comes from. What sold at other prices is put to the recent one by elasticities, so a forecast is as new as they are.
     *
     * @param forecasts without elasticities
     * @param kept      of those with elasticities of their own moment
     */
    record Demand(ShopForecasts forecasts, KeptForecasts kept, Elasticities elasticities) {

        /** Of now, which is kept. */
        DemandSource anew() {
            return kept.remembering(forecasts.answering(new KnownResponse(elasticities.anew())));
        }

        /** Worked out now by elasticities of before: it is of no one moment, and not kept. */
        DemandSource by(ElasticityBook book) {
            return forecasts.answering(new KnownResponse((state, asOf) -> book));
        }

        /** Of an earlier moment once more, which is not kept. */
        DemandSource past() {
            return forecasts.answering(new KnownResponse(elasticities.past()));
        }

        /** Kept demand where there is some. */
        DemandSource source(Optional<KeptForecasts.Kept> demand, Optional<ElasticityBook> book) {
            return demand.map(KeptForecasts.Kept::source)
                    .or(() -> book.map(this::by))
                    .orElseGet(this::anew);
        }
    }

    private PricePlanning(PricePlanning other, PricingOptions options) {
        this.options = options;
        this.seed = other.seed;
        this.forecasts = other.forecasts;
        this.elasticities = other.elasticities;
        this.demand = other.demand;
        this.full = new PriceLadderPlanner(demand.anew(), elasticities.anew(), options, seed);
        this.simple = other.simple;
    }

    /** The same for another aim, by the same forecasts and elasticities. */
    public PricePlanning aimingAt(PriceAim aim) {
        return aim == options.objective()
                ? this
                : byAim.computeIfAbsent(aim, it -> new PricePlanning(this, options.withObjective(it)));
    }

    /** What a SKU's demand in a channel answers to its price, as far as it is known. */
    public ShrunkenElasticity elasticity(TwinState state, PriceQuestion question) {
        return full.elasticity(state, question);
    }

    /** What demand answers to prices, with full work. */
    public DemandCurves curves() {
        return full;
    }

    /** Markdowns by the same forecasts and elasticities: for a large shop these take long to estimate. */
    public MarkdownPlanning markdowns() {
        return new MarkdownPlanning(demand, elasticities, forecasts, options, seed);
    }

    @Override
    public Way<PriceQuestion, PriceChange> within(Effort most, TwinState state, PriceQuestion question) {
        return switch (most) {
            case FULL -> new Way<>(Work.FULL, full);
            case CACHED -> cached(question);
            case SIMPLE, NOTHING -> new Way<>(Work.of(Effort.SIMPLE), simple);
        };
    }

    /** What is not kept is worked out anew; when that is everything, it is full work. */
    private Way<PriceQuestion, PriceChange> cached(PriceQuestion question) {
        var channel = Optional.of(question.channel());
        var kept = forecasts.find(question.sku(), channel, question.asOf(), options.horizonDays());
        var book = elasticities.kept().find(question.asOf());
        var origins = origins(kept, book);
        return origins.isEmpty()
                ? new Way<>(Work.FULL, full)
                : new Way<>(new Work(Effort.CACHED, origins), with(kept, book.map(KeptElasticities.Kept::book)));
    }

    /** Of models that are used again. */
    static List<ModelOrigin> origins(Optional<KeptForecasts.Kept> demand, Optional<KeptElasticities.Kept> book) {
        return Stream.concat(
                        demand.map(KeptForecasts.Kept::origin).stream(),
                        book.map(KeptElasticities.Kept::origin).stream())
                .toList();
    }

    private PriceLadderPlanner with(Optional<KeptForecasts.Kept> kept, Optional<ElasticityBook> book) {
        return new PriceLadderPlanner(
                demand.source(kept, book),
                book.<ElasticitySource>map(it -> (state, asOf) -> it).orElse(elasticities.anew()),
                options,
                seed);
    }

    @Override
    public Planner<PriceQuestion, PriceChange> again(
            Work work, TwinState state, PriceQuestion question, Function<ModelOrigin, TwinState> past) {
        if (work.effort() != Effort.CACHED) {
            return within(work.effort(), state, question).planner();
        }
        var kept = work.origin(KeptForecasts.MODEL)
                .flatMap(it -> KeptForecasts.again(
                        demand.past(),
                        past.apply(it),
                        question.sku(),
                        Optional.of(question.channel()),
                        it,
                        options.horizonDays()));
        return with(kept, elasticities.again(work, past));
    }
}
