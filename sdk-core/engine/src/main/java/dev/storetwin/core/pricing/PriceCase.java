package dev.storetwin.core.pricing;

import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceElasticity;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Evidence;
import dev.storetwin.proposal.Objective;
import dev.storetwin.proposal.Proposal;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One question with all that answers it: every price can be tried on it. */
final class PriceCase {

    private static final double TWO_SIDED_95 = 1.96;
    private static final String VERSION = "price-ladder/4";

    private final PriceQuestion question;
    private final PricingOptions options;
    private final PriceEconomics economics;
    private final ShrunkenElasticity elasticity;
    private final Optional<ChannelStock> stock;
    private final PriceScale scale;
    private final Map<String, String> versions;
    private final List<String> caveats;
    private final double present;

    PriceCase(
            PriceQuestion question,
            PricingOptions options,
            PriceEconomics economics,
            ShrunkenElasticity elasticity,
            Optional<ChannelStock> stock,
            PriceScale scale,
            Map<String, String> versions,
            List<String> caveats) {
        this.question = question;
        this.options = options;
        this.economics = economics;
        this.elasticity = elasticity;
        this.stock = stock;
        this.scale = scale;
        this.versions = versions;
        this.caveats = List.copyOf(caveats);
        this.present = economics.price().toDouble();
    }

    Proposal<PriceChange> proposal() {
        var alternatives = new ArrayList<Alternative<PriceChange>>();
        var ladder = ladder();
        scale.follow(ladder.stream().map(Money::toDouble).toList());
        var standing = scale.score(present);
        alternatives.add(new Alternative<>(
                Optional.empty(),
                standing.likely().value(),
                evidence(economics.price(), standing),
                Optional.of(standing.belief())));
        for (var price : ladder) {
            alternatives.add(scored(new PriceChange(question.sku(), question.channel(), economics.price(), price)));
        }
        var all = new TreeMap<>(versions);
        all.put("pricing", VERSION);
        return new Proposal<>(
                Capability.PRICING,
                question.target(),
                question.asOf(),
                objective(options, economics.price().currency().getCurrencyCode()),
                alternatives,
                evidence(),
                List.of(),
                reasons(alternatives),
                all);
    }

    static Objective objective(PricingOptions options, String currency) {
        return new Objective(
                "%s over %d days".formatted(AimWords.objective(options.objective()), options.horizonDays()), currency);
    }

    /** Prices around the present one, each once, as a till can charge them. */
    List<Money> ladder() {
        var ladder = new TreeSet<Money>();
        for (double move : options.moves()) {
            var price = economics.price().times(1 + move).rounded();
            if (price.isPositive() && !price.equals(economics.price())) {
                ladder.add(price);
            }
        }
        return List.copyOf(ladder);
    }

    /** Any price, also one that is not on the ladder. */
    Alternative<PriceChange> change(PriceChange action) {
        scale.follow(List.of(action.to().toDouble()));
        return scored(action);
    }

    /**
     * A price with what it would sell and bring if demand answered as the ends of the elasticity's 95 % interval have it. Beyond all prices
     * seen the interval widens as doubt does.
     */
    DemandCurve.Point point(Money price) {
        double at = price.toDouble();
        var expected = scale.at(at, 0);
        var steep = scale.at(at, -TWO_SIDED_95);
        var flat = scale.at(at, TWO_SIDED_95);
        return new DemandCurve.Point(
                price,
                Estimate.between(expected.units(), steep.units(), flat.units()),
                Estimate.between(expected.value(), steep.value(), flat.value()));
    }

    /** What the points follow. */
    PriceElasticity elasticity() {
        double doubt = TWO_SIDED_95 * elasticity.standardError();
        return new PriceElasticity(
                elasticity.value(),
                elasticity.value() - doubt,
                Math.min(0, elasticity.value() + doubt),
                elasticity.status(),
                elasticity.reason());
    }

    private Alternative<PriceChange> scored(PriceChange action) {
        var score = scale.score(action.to().toDouble());
        return new Alternative<>(
                Optional.of(action), score.value(), evidence(action.to(), score), Optional.of(score.belief()));
    }

    private List<Evidence> evidence(Money price, PriceScale.Score score) {
        var outcome = score.likely();
        var currency = price.currency().getCurrencyCode();
        double before = scale.now().units();
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence("price", price.toDouble(), currency));
        evidence.add(new Evidence("expected units", outcome.units(), "units"));
        evidence.add(new Evidence(AimWords.evidence(options.objective()), outcome.value(), currency));
        evidence.add(new Evidence("unit margin", economics.margin(price.toDouble()), currency));
        if (before > 0) {
            evidence.add(new Evidence("change in units", outcome.units() / before - 1, ""));
        }
        if (stock.isPresent()) {
            evidence.add(new Evidence(Evidence.STOCK_OUT, outcome.stockOut(), ""));
            evidence.add(new Evidence("stock left", outcome.left(), "units"));
        }
        return evidence;
    }

    private List<Evidence> evidence() {
        var currency = economics.price().currency().getCurrencyCode();
        var evidence = new ArrayList<>(elasticity.evidence());
        evidence.add(new Evidence("weeks of history", elasticity.weeks(), "weeks"));
        evidence.add(new Evidence("lowest price seen", scale.lowestSeen(), currency));
        evidence.add(new Evidence("highest price seen", scale.highestSeen(), currency));
        evidence.add(new Evidence("unit cost", economics.cost().toDouble(), currency));
        if (economics.returns() > 0) {
            evidence.add(new Evidence("expected return cost", economics.returns(), currency));
        }
        evidence.add(new Evidence("net price", economics.net().of(present), currency));
        stock.ifPresent(it -> evidence.add(new Evidence("stock within horizon", it.total(), "units")));
        return evidence;
    }

    private List<String> reasons(List<Alternative<PriceChange>> alternatives) {
        var reasons = new ArrayList<String>();
        reasons.add(elasticity.inWords());
        reasons.add(String.format(
                Locale.ROOT,
                "At %s a unit brings %.2f; %.1f units are expected to be sold in %d days",
                economics.price(),
                economics.margin(present),
                scale.now().units(),
                options.horizonDays()));
        reasons.add(stock.map(this::stockReason)
                .orElse("Stock is not known: nothing keeps demand from being served, and nothing is left over"));
        reasons.add(String.format(
                Locale.ROOT,
                "Each price is scored by the worst of elasticities within %.1f standard errors",
                options.caution()));
        beyondReason(alternatives).ifPresent(reasons::add);
        reasons.addAll(economics.caveats());
        stock.ifPresent(it -> reasons.addAll(it.caveats()));
        reasons.addAll(caveats);
        return reasons;
    }

    private String stockReason(ChannelStock known) {
        return String.format(
                Locale.ROOT,
                "%.1f units can be sold in that time (%.0f %% of all stock and deliveries); at the present price it runs out with %.0f %%",
                Math.max(0, known.total()),
                100 * known.share(),
                100 * scale.now().stockOut());
    }

    private Optional<String> beyondReason(List<Alternative<PriceChange>> alternatives) {
        long beyond = alternatives.stream()
                .flatMap(it -> it.action().stream())
                .filter(it -> scale.beyond(it.to().toDouble()) > 0)
                .count();
        return beyond == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Demand was only seen between %.2f and %.2f: %d prices beyond are doubted more",
                        scale.lowestSeen(),
                        scale.highestSeen(),
                        beyond));
    }
}
