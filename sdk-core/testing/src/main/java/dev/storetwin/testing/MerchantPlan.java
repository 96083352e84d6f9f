package dev.storetwin.testing;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.type.Money;
import dev.storetwin.type.PromotionId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the merchant of the synthetic shop does in its history: list prices that move a few times a year, costs that rise, campaigns. After
 * the last day everything stays as it is.
 */
final class MerchantPlan {

    private static final double CAMPAIGNS_PER_YEAR = 24;
    private static final double SHARE_IN_CAMPAIGN = .4;
    private static final List<String> DISCOUNTS = List.of("0.10", "0.15", "0.20", "0.25", "0.30");

    /** From a day on, list prices or costs stand at this multiple of those at the opening. */
    private record Step(LocalDate from, double factor) {}

    private final ShopSettings settings;
    private final Assortment assortment;
    private final Draws draws;
    private final List<List<Step>> priceSteps;
    private final List<List<Step>> costSteps;
    private final List<Campaign> campaigns = new ArrayList<>();
    private final List<List<Campaign>> byArticle;

    MerchantPlan(ShopSettings settings, Assortment assortment) {
        this.settings = settings;
        this.assortment = assortment;
        this.draws = Draws.of(settings.seed());
        this.priceSteps = assortment.articles().stream().map(this::priceSteps).toList();
        this.costSteps = assortment.articles().stream().map(this::costSteps).toList();
        this.byArticle = assortment.articles().stream()
                .<List<Campaign>>map(it -> new ArrayList<>())
                .toList();
        int planned = (int) Math.round(CAMPAIGNS_PER_YEAR * settings.days() / 365);
        IntStream.range(0, planned).forEach(this::schedule);
        campaigns.sort(Comparator.comparing(Campaign::from).thenComparing(Campaign::id));
    }

    /** In order of their beginning. */
    List<Campaign> campaigns() {
        return campaigns;
    }

    Optional<Campaign> campaign(Article article, Outlet outlet, LocalDate day) {
        for (var campaign : byArticle.get(article.index())) {
            if (campaign.runsOn(day, outlet)) {
                return Optional.of(campaign);
            }
        }
        return Optional.empty();
    }

    PriceTag tag(Article article, Outlet outlet, LocalDate day) {
        var opening = article.prices().get(outlet.index());
        double list = opening.toDouble() * factor(priceSteps.get(article.index()), day);
        var price = CharmPrice.near(list, settings.currency());
        return campaign(article, outlet, day).map(it -> reduced(price, it)).orElseGet(() -> PriceTag.of(price));
    }

    private PriceTag reduced(Money price, Campaign campaign) {
        double kept = 1 - campaign.discount().doubleValue();
        var reduced = CharmPrice.near(price.toDouble() * kept, settings.currency());
        return new PriceTag(reduced, Optional.of(price), Optional.of(campaign.id()));
    }

    Money cost(Article article, LocalDate day) {
        double factor = factor(costSteps.get(article.index()), day);
        var exact = article.cost().amount().multiply(BigDecimal.valueOf(factor));
        return new Money(exact.setScale(2, RoundingMode.HALF_UP), settings.currency());
    }

    private static double factor(List<Step> steps, LocalDate day) {
        double factor = 1;
        for (var step : steps) {
            if (!day.isBefore(step.from())) {
                factor = step.factor();
            }
        }
        return factor;
    }

    /** One to three moves a year of 5 to 15 per cent, up or down. */
    private List<Step> priceSteps(Article article) {
        var draw = draws.keyed("list-price", article.sku().value(), 0);
        int moves = (int) Math.round((1 + draw.nextInt(3)) * settings.days() / 365.0);
        double factor = 1;
        var steps = new ArrayList<Step>();
        for (var day : days(moves, draw)) {
            double move = (.05 + .10 * draw.nextDouble()) * (draw.nextBoolean(.55) ? 1 : -1);
            factor = Math.min(1.3, Math.max(.75, factor * (1 + move)));
            steps.add(new Step(day, factor));
        }
        return steps;
    }

    /** Three articles in ten get dearer by 2 to 8 per cent once. */
    private List<Step> costSteps(Article article) {
        var draw = draws.keyed("cost", article.sku().value(), 0);
        if (!draw.nextBoolean(.3 * settings.days() / 365)) {
            return List.of();
        }
        return List.of(new Step(days(1, draw).get(0), 1.02 + .06 * draw.nextDouble()));
    }

    private List<LocalDate> days(int count, Draw draw) {
        return IntStream.range(0, count)
                .mapToObj(each -> settings.from().plusDays(1 + draw.nextInt(settings.days())))
                .sorted()
                .toList();
    }

    /** A campaign takes some goods of one kind that no other campaign has at the time, and ends before the history does. */
    private void schedule(int number) {
        var draw = draws.keyed("campaign", "", number);
        var wares = Wares.ALL.get(draw.nextInt(Wares.ALL.size()));
        int length = 7 + draw.nextInt(4);
        int first = 14 + draw.nextInt(Math.max(1, settings.days() - 14));
        var from = settings.from().plusDays(first);
        var discount = new BigDecimal(DISCOUNTS.get(draw.nextInt(DISCOUNTS.size())));
        double lift = 1.15 + .45 * draw.nextDouble();
        var outlets = draw.nextBoolean(.5)
                ? assortment.outlets()
                : List.of(assortment
                        .outlets()
                        .get(draw.nextInt(assortment.outlets().size())));
        var open = new Campaign(
                PromotionId.of(String.format(Locale.ROOT, "promo-%02d", number + 1)),
                "%s%% off %s"
                        .formatted(
                                discount.movePointRight(2).stripTrailingZeros().toPlainString(), wares.category()),
                from,
                from.plusDays(length),
                discount,
                lift,
                List.of(),
                outlets);
        var chosen = assortment.articles().stream()
                .filter(it -> it.wares().equals(wares) && draw.nextBoolean(SHARE_IN_CAMPAIGN))
                .filter(it -> byArticle.get(it.index()).stream().noneMatch(open::overlaps))
                .toList();
        if (!chosen.isEmpty() && open.until().isBefore(settings.until())) {
            add(open, chosen);
        }
    }

    private void add(Campaign open, List<Article> chosen) {
        var campaign = new Campaign(
                open.id(),
                open.name(),
                open.from(),
                open.until(),
                open.discount(),
                open.lift(),
                chosen.stream().map(Article::sku).toList(),
                open.outlets());
        campaigns.add(campaign);
        chosen.forEach(it -> byArticle.get(it.index()).add(campaign));
    }
}
