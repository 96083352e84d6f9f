package dev.storetwin.core.pricing;

import dev.storetwin.core.forecast.DemandSource;
import dev.storetwin.core.forecast.Recent;
import dev.storetwin.core.pricing.response.PriceRecord;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.PlannedPrice;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Marks down what has to go by a date: each price of now is scored by what it and the best prices after it are expected to bring.
 *
 * <p>Demand answers by the SKU's elasticity, as far as it is known; how well the thing sells and how much its price matters are doubted, and what sells
 * will tell. Prices only fall. Nothing is ordered again.
 */
public final class MarkdownPlanner implements Planner<MarkdownQuestion, PriceChange> {

    private static final int KEPT = 8;
    private static final int LONGEST_DAYS = 730;
    private static final int MONTH = 28;

    private final PricingOptions options;
    private final DemandSource forecasts;
    private final ElasticitySource elasticities;
    private final MarkdownDetail detail;
    private final long seed;
    private final Recent<Ask, Answer> recent = new Recent<>(KEPT);

    /** @param seed of the courses that are played */
    public MarkdownPlanner(DemandSource forecasts, ElasticitySource elasticities, PricingOptions options, long seed) {
        this(forecasts, elasticities, options, MarkdownDetail.FULL, seed);
    }

    /**
     * That looks more or less closely.
     *
     * @param seed of the courses that are played
     */
    public MarkdownPlanner(
            DemandSource forecasts,
            ElasticitySource elasticities,
            PricingOptions options,
            MarkdownDetail detail,
            long seed) {
        this.options = options;
        this.forecasts = forecasts;
        this.elasticities = elasticities;
        this.detail = detail;
        this.seed = seed;
    }

    /** A state is the same as itself only. */
    private record Ask(TwinState state, MarkdownQuestion question) {}

    /**
     * What came of a question.
     *
     * @param prices  can be tried; empty when something is missing
     * @param missing what
     */
    private record Answer(Optional<MarkdownCase> prices, List<String> missing) {}

    /**
     * What is planned from a price of now on.
     *
     * @param sellThrough expected; empty when something is missing
     */
    public record Path(List<PlannedPrice> prices, OptionalDouble sellThrough) {

        public Path {
            prices = List.copyOf(prices);
        }
    }

    @Override
    public Proposal<PriceChange> plan(TwinState state, MarkdownQuestion question) {
        var answer = answer(state, question);
        return answer.prices().map(MarkdownCase::proposal).orElseGet(() -> insufficient(question, answer.missing()));
    }

    @Override
    public Alternative<PriceChange> score(TwinState state, MarkdownQuestion question, PriceChange action) {
        return answer(state, question).prices().map(it -> it.change(action)).orElseGet(() -> Alternative.of(action, 0));
    }

    /**
     * What is planned when a price is asked now, and the best ones after it.
     *
     * @param price to ask; the one that stands when empty
     */
    public Path path(TwinState state, MarkdownQuestion question, Optional<Money> price) {
        return answer(state, question)
                .prices()
                .map(it -> {
                    var outlook = it.outlook(price);
                    return new Path(it.path(outlook), OptionalDouble.of(it.sellThrough(outlook)));
                })
                .orElseGet(() -> new Path(List.of(), OptionalDouble.empty()));
    }

    private Answer answer(TwinState state, MarkdownQuestion question) {
        return recent.get(new Ask(state, question), it -> work(it.state(), it.question()));
    }

    private Answer work(TwinState state, MarkdownQuestion question) {
        var missing = new ArrayList<String>();
        var today = today(state, question);
        if (!question.wish().until().isAfter(today)
                || ChronoUnit.DAYS.between(today, question.wish().until()) > LONGEST_DAYS) {
            missing.add("time: the end %s must be after today, %s, and at most %d days ahead"
                    .formatted(question.wish().until(), today, LONGEST_DAYS));
            return new Answer(Optional.empty(), missing);
        }
        var calendar = MarkdownCalendar.of(today, question.wish().until());
        var economics =
                PriceEconomics.of(state, question.sku(), question.channel(), question.asOf(), options.taxRate());
        economics.missing().ifPresent(missing::add);
        new UnitSlips(state, question.sku(), question.channel(), question.asOf())
                .sales()
                .ifPresent(missing::add);
        economics.economics().flatMap(it -> foreign(question, it)).ifPresent(missing::add);
        var stock = ChannelStock.of(state, question.sku(), question.channel(), question.asOf(), calendar.allDays())
                .map(ChannelStock::withoutOrders);
        if (stock.isEmpty()) {
            missing.add("stock: nobody counts %s, so that nobody knows how much has to go".formatted(question.sku()));
        }
        var forecast = forecasts.of(
                state, question.sku(), Optional.of(question.channel()), question.asOf(), horizon(calendar.allDays()));
        if (forecast.isEmpty()) {
            missing.add("sales: %s was never sold in %s".formatted(question.sku(), question.channel()));
        }
        return missing.isEmpty()
                ? new Answer(
                        Optional.of(prices(
                                state,
                                question,
                                calendar,
                                economics
                                        .economics()
                                        .map(it -> withReturns(it, question))
                                        .orElseThrow(),
                                stock.orElseThrow(),
                                forecast.orElseThrow())),
                        List.of())
                : new Answer(Optional.empty(), missing);
    }

    /**
     * The days that demand is foretold for when so many are asked about: whole months of four weeks, so that the forecast of one day serves the next.
     */
    public static int horizon(int days) {
        return (days + MONTH - 1) / MONTH * MONTH;
    }

    /** The same of a question; a month when its end is over. */
    public static int horizon(TwinState state, MarkdownQuestion question) {
        long days =
                ChronoUnit.DAYS.between(today(state, question), question.wish().until());
        return horizon((int) Math.max(1, Math.min(LONGEST_DAYS, days)));
    }

    private static PriceEconomics withReturns(PriceEconomics economics, MarkdownQuestion question) {
        var cost = question.returnCost();
        return cost.isPresent() ? economics.withReturns(cost.getAsDouble()) : economics;
    }

    private MarkdownCase prices(
            TwinState state,
            MarkdownQuestion question,
            MarkdownCalendar calendar,
            PriceEconomics economics,
            ChannelStock stock,
            DemandForecast demand) {
        var book = elasticities.at(state, question.asOf());
        var versions = demand.card().versions("forecast");
        versions.put("elasticity", book.version());
        var basis = new MarkdownBasis(
                question,
                options,
                calendar,
                economics,
                book.of(state, question.sku(), question.channel()),
                stock,
                MarkdownWorlds.of(demand, calendar, detail.levels()),
                PriceRecord.recentPrice(state, question.sku(), question.channel(), question.asOf())
                        .orElse(economics.price().toDouble()),
                pause(state, question, calendar),
                detail,
                seed);
        var caveats = Stream.concat(
                        Stream.of("Demand by %s: %s".formatted(demand.card().name(), demand.reason())),
                        stock.caveats().stream())
                .toList();
        return new MarkdownCase(basis, versions, caveats);
    }

    private static LocalDate today(TwinState state, MarkdownQuestion question) {
        return question.asOf().atZone(state.zone()).toLocalDate();
    }

    private static Optional<String> foreign(MarkdownQuestion question, PriceEconomics economics) {
        var currency = economics.price().currency();
        return Stream.concat(question.wish().salvage().stream(), question.wish().lowest().stream())
                .filter(it -> !it.currency().equals(currency))
                .map(it -> "money in %s: %s was given for a price in it".formatted(currency, it))
                .findFirst();
    }

    /** Periods that are missing to the days between two changes; none for a price that never changed. */
    private static int pause(TwinState state, MarkdownQuestion question, MarkdownCalendar calendar) {
        var history = state.catalog().priceHistory(question.sku(), question.channel()).stream()
                .filter(it -> !it.from().isAfter(question.asOf()))
                .toList();
        if (history.size() < 2) {
            return 0;
        }
        var last = history.get(history.size() - 1).from();
        long since = Duration.between(last, question.asOf()).toDays();
        long missing = question.wish().daysApart() - since;
        return missing <= 0 ? 0 : calendar.periodsIn((int) missing);
    }

    private static Proposal<PriceChange> insufficient(MarkdownQuestion question, List<String> missing) {
        var objective = new Objective("expected revenue and salvage less holding", "");
        return Proposal.insufficient(
                Capability.PRICING, question.target(), question.asOf(), objective, List.of(), missing);
    }
}
