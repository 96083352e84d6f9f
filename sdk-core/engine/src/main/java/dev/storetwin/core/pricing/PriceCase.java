package dev.storetwin.core.pricing;

import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceElasticity;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.proposal.Belief;
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
    private static final String VERSION = "price-ladder/2";

    private final PriceQuestion question;
    private final PricingOptions options;
    private final PriceEconomics economics;
    private final ShrunkenElasticity elasticity;
    private final Optional<ChannelStock> stock;
    private final PriceTrial trial;
    private final Map<String, String> versions;
    private final List<String> caveats;
    private final double present;

    PriceCase(
            PriceQuestion question,
            PricingOptions options,
            PriceEconomics economics,
            ShrunkenElasticity elasticity,
            Optional<ChannelStock> stock,
            PriceTrial trial,
            Map<String, String> versions,
            List<String> caveats) {
        this.question = question;
        this.options = options;
        this.economics = economics;
        this.elasticity = elasticity;
        this.stock = stock;
        this.trial = trial;
        this.versions = versions;
        this.caveats = List.copyOf(caveats);
        this.present = economics.price().toDouble();
    }

    Proposal<PriceChange> proposal() {
        var alternatives = new ArrayList<Alternative<PriceChange>>();
        alternatives.add(new Alternative<>(
                Optional.empty(), now().value(), evidence(economics.price()), Optional.of(belief(present))));
        for (var price : ladder()) {
            alternatives.add(change(new PriceChange(question.sku(), question.channel(), economics.price(), price)));
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
        return new Objective("expected margin less holding over %d days".formatted(options.horizonDays()), currency);
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

    /** Scored by the present value plus the least gain over the elasticities that are thinkable, less what a change has to bring. */
    Alternative<PriceChange> change(PriceChange action) {
        double price = action.to().toDouble();
        double hurdle = price == present ? 0 : options.leastGain() * Math.abs(now().value());
        double value = now().value() + cautiousGain(price) - hurdle;
        return new Alternative<>(Optional.of(action), value, evidence(action.to()), Optional.of(belief(price)));
    }

    /**
     * A price with what it would sell and bring if demand answered as the ends of the elasticity's 95 % interval have it. Beyond all prices
     * seen the interval widens as doubt does.
     */
    DemandCurve.Point point(Money price) {
        double at = price.toDouble();
        double doubt = TWO_SIDED_95 * elasticity.standardError() * (1 + beyond(at));
        var expected = outcome(at, elasticity.value());
        var steep = outcome(at, elasticity.value() - doubt);
        var flat = outcome(at, Math.min(0, elasticity.value() + doubt));
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
                PriceElasticity.Status.valueOf(elasticity.status().name()),
                elasticity.reason());
    }

    private RungOutcome now() {
        return outcome(present, elasticity.value());
    }

    private double cautiousGain(double price) {
        double doubt = options.caution() * elasticity.standardError() * (1 + beyond(price));
        double gain = gain(price, elasticity.value());
        gain = Math.min(gain, gain(price, elasticity.value() - doubt));
        return Math.min(gain, gain(price, Math.min(0, elasticity.value() + doubt)));
    }

    /** By the delta method: how the value answers to the elasticity, by how much that is doubted. */
    private Belief belief(double price) {
        double doubt = elasticity.standardError() * (1 + beyond(price));
        double elastic = elasticity.value() - doubt;
        double rigid = Math.min(0, elasticity.value() + doubt);
        double slope = (outcome(price, rigid).value() - outcome(price, elastic).value()) / (rigid - elastic);
        return new Belief(outcome(price, elasticity.value()).value(), slope * doubt);
    }

    private double gain(double price, double answer) {
        return outcome(price, answer).value() - outcome(present, answer).value();
    }

    private RungOutcome outcome(double price, double answer) {
        return trial.at(price, felt(price), answer);
    }

    /** A cut below everything seen brings no more demand than one to the edge of what is believed; a rise is always felt. */
    private double felt(double price) {
        double edge = lowestSeen() * (1 - options.reach());
        return Math.max(price, Math.min(edge, present));
    }

    /** How far a price is beyond what was seen, in steps of what is believed. */
    private double beyond(double price) {
        double distance =
                Math.max(0, Math.max(StrictMath.log(price / highestSeen()), StrictMath.log(lowestSeen() / price)));
        return options.reach() > 0 ? distance / StrictMath.log1p(options.reach()) : distance > 0 ? 1 : 0;
    }

    private double lowestSeen() {
        double seen = elasticity.own().lowestPrice();
        return seen > 0 ? Math.min(seen, present) : present;
    }

    private double highestSeen() {
        return Math.max(elasticity.own().highestPrice(), present);
    }

    private List<Evidence> evidence(Money price) {
        var outcome = outcome(price.toDouble(), elasticity.value());
        var currency = price.currency().getCurrencyCode();
        double before = now().units();
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence("price", price.toDouble(), currency));
        evidence.add(new Evidence("expected units", outcome.units(), "units"));
        evidence.add(new Evidence("expected margin", outcome.value(), currency));
        evidence.add(new Evidence("unit margin", economics.margin(price.toDouble()), currency));
        if (before > 0) {
            evidence.add(new Evidence("change in units", outcome.units() / before - 1, ""));
        }
        if (stock.isPresent()) {
            evidence.add(new Evidence("stock-out probability", outcome.stockOut(), ""));
            evidence.add(new Evidence("stock left", outcome.left(), "units"));
        }
        return evidence;
    }

    private List<Evidence> evidence() {
        var currency = economics.price().currency().getCurrencyCode();
        var evidence = new ArrayList<Evidence>();
        evidence.add(new Evidence("elasticity", elasticity.value(), ""));
        evidence.add(new Evidence("elasticity standard error", elasticity.standardError(), ""));
        evidence.add(new Evidence("weeks of history", elasticity.own().weeks(), "weeks"));
        evidence.add(new Evidence("lowest price seen", lowestSeen(), currency));
        evidence.add(new Evidence("highest price seen", highestSeen(), currency));
        evidence.add(new Evidence("unit cost", economics.cost().toDouble(), currency));
        evidence.add(new Evidence("net price", economics.net().of(present), currency));
        stock.ifPresent(it -> evidence.add(new Evidence("stock within horizon", it.total(), "units")));
        return evidence;
    }

    private List<String> reasons(List<Alternative<PriceChange>> alternatives) {
        var reasons = new ArrayList<String>();
        reasons.add(String.format(
                Locale.ROOT,
                "Elasticity %.2f +- %.2f (%s): %s",
                elasticity.value(),
                elasticity.standardError(),
                elasticity.status().name().toLowerCase(Locale.ROOT),
                elasticity.reason()));
        reasons.add(String.format(
                Locale.ROOT,
                "At %s a unit brings %.2f; %.1f units are expected to be sold in %d days",
                economics.price(),
                economics.margin(present),
                now().units(),
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
                100 * now().stockOut());
    }

    private Optional<String> beyondReason(List<Alternative<PriceChange>> alternatives) {
        long beyond = alternatives.stream()
                .flatMap(it -> it.action().stream())
                .filter(it -> beyond(it.to().toDouble()) > 0)
                .count();
        return beyond == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Demand was only seen between %.2f and %.2f: %d prices beyond are doubted more",
                        lowestSeen(),
                        highestSeen(),
                        beyond));
    }
}
