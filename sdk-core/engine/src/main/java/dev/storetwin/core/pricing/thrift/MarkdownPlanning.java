package dev.storetwin.core.pricing.thrift;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.KeptForecasts;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.pricing.ElasticityBook;
import dev.storetwin.core.pricing.ElasticitySource;
import dev.storetwin.core.pricing.MarkdownDetail;
import dev.storetwin.core.pricing.MarkdownPlanner;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.core.proposal.Planning;
import dev.storetwin.core.proposal.Way;
import dev.storetwin.model.ModelOrigin;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Effort;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Work;
import dev.storetwin.state.TwinState;
import java.util.Optional;
import java.util.function.Function;

/**
 * Markdowns with much work or little: with new forecasts and elasticities, with those of an earlier moment, or with recent means, the elasticity that
 * is usual in the trade, fewer prices, larger steps of stock and fewer worlds.
 */
public final class MarkdownPlanning implements Planning<MarkdownQuestion, PriceChange> {

    private final PricingOptions options;
    private final long seed;
    private final KeptForecasts forecasts;
    private final PricePlanning.Demand demand;
    private final PricePlanning.Elasticities elasticities;
    private final MarkdownPlanner full;
    private final MarkdownPlanner simple;

    /** @param forecasts that demand of now is kept in */
    MarkdownPlanning(
            PricePlanning.Demand demand,
            PricePlanning.Elasticities elasticities,
            KeptForecasts forecasts,
            PricingOptions options,
            long seed) {
        this.options = options;
        this.seed = seed;
        this.forecasts = forecasts;
        this.demand = demand;
        this.elasticities = elasticities;
        this.full = new MarkdownPlanner(demand.anew(), elasticities.anew(), options, seed);
        var usual = ElasticityBook.usual(options.elasticity());
        this.simple = new MarkdownPlanner(
                new ShopForecasts(ForecastMethods.cheap(), options.elasticity().historyDays()),
                (state, asOf) -> usual,
                options,
                MarkdownDetail.COARSE,
                seed);
    }

    /**
     * A way that knows the path of prices too.
     *
     * @param work that it takes
     */
    public record Marking(Work work, MarkdownPlanner planner) {

        public Way<MarkdownQuestion, PriceChange> way() {
            return new Way<>(work, planner);
        }
    }

    /**
     * As {@link #within}.
     *
     * @param most not {@link Effort#NOTHING}, which takes no planner
     */
    public Marking marking(Effort most, TwinState state, MarkdownQuestion question) {
        return switch (most) {
            case FULL -> new Marking(Work.FULL, full);
            case CACHED -> cached(state, question);
            case SIMPLE, NOTHING -> new Marking(Work.of(Effort.SIMPLE), simple);
        };
    }

    @Override
    public Way<MarkdownQuestion, PriceChange> within(Effort most, TwinState state, MarkdownQuestion question) {
        return marking(most, state, question).way();
    }

    /** What is not kept is worked out anew; when that is everything, it is full work. */
    private Marking cached(TwinState state, MarkdownQuestion question) {
        var kept = forecasts.find(
                question.sku(),
                Optional.of(question.channel()),
                question.asOf(),
                MarkdownPlanner.horizon(state, question));
        var book = elasticities.kept().find(question.asOf());
        var origins = PricePlanning.origins(kept, book);
        return origins.isEmpty()
                ? new Marking(Work.FULL, full)
                : new Marking(new Work(Effort.CACHED, origins), with(kept, book.map(KeptElasticities.Kept::book)));
    }

    private MarkdownPlanner with(Optional<KeptForecasts.Kept> kept, Optional<ElasticityBook> book) {
        return new MarkdownPlanner(
                demand.source(kept, book),
                book.<ElasticitySource>map(it -> (state, asOf) -> it).orElse(elasticities.anew()),
                options,
                seed);
    }

    @Override
    public Planner<MarkdownQuestion, PriceChange> again(
            Work work, TwinState state, MarkdownQuestion question, Function<ModelOrigin, TwinState> past) {
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
                        MarkdownPlanner.horizon(state, question)));
        return with(kept, elasticities.again(work, past));
    }
}
