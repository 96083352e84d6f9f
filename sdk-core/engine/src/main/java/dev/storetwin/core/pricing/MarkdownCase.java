package dev.storetwin.core.pricing;

import dev.storetwin.core.pricing.markdown.MarkdownOutlook;
import dev.storetwin.core.pricing.markdown.MarkdownOutlook.Spread;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PlannedPrice;
import dev.storetwin.pricing.PriceChange;
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

/** One question about a markdown with all that answers it: every price of now can be tried on it. */
final class MarkdownCase {

    private static final String VERSION = "markdown/3";

    private final MarkdownBasis basis;
    private final SellThroughAim aim;
    private final Map<String, String> versions;
    private final List<String> caveats;

    MarkdownCase(MarkdownBasis basis, Map<String, String> versions, List<String> caveats) {
        this.basis = basis;
        this.aim = SellThroughAim.of(basis);
        this.versions = versions;
        this.caveats = List.copyOf(caveats);
    }

    Proposal<PriceChange> proposal() {
        var alternatives = new ArrayList<Alternative<PriceChange>>();
        alternatives.add(scored(Optional.empty(), basis.present()));
        if (aim.trial().isFree() && basis.supply() > 0) {
            aim.trial().ladder().stream()
                    .filter(it -> !it.equals(basis.present()))
                    .forEach(it -> alternatives.add(change(new PriceChange(
                            basis.question().sku(), basis.question().channel(), basis.present(), it))));
        }
        var all = new TreeMap<>(versions);
        all.put("pricing", VERSION);
        return new Proposal<>(
                Capability.PRICING,
                basis.question().target(),
                basis.question().asOf(),
                objective(),
                alternatives,
                evidence(),
                List.of(),
                reasons(),
                all);
    }

    private Objective objective() {
        double weight = aim.trial().weight();
        var name = "expected revenue and salvage less holding until %s"
                .formatted(basis.question().wish().until());
        return new Objective(
                weight == 0 ? name : name + String.format(Locale.ROOT, ", each unit left counting %.2f less", weight),
                currency());
    }

    private String currency() {
        return basis.present().currency().getCurrencyCode();
    }

    /** One price for now, with the best ones ever after. */
    Alternative<PriceChange> change(PriceChange action) {
        return scored(Optional.of(action), action.to());
    }

    private Alternative<PriceChange> scored(Optional<PriceChange> action, Money price) {
        var evidence = List.of(
                new Evidence("price", price.toDouble(), currency()),
                new Evidence("net price", basis.economics().net().of(price.toDouble()), currency()),
                new Evidence("unit margin", basis.economics().margin(price.toDouble()), currency()));
        return new Alternative<>(action, aim.trial().value(price), evidence);
    }

    private List<Evidence> evidence() {
        var evidence = new ArrayList<>(basis.elasticity().evidence());
        evidence.add(new Evidence("units that have to go", basis.supply(), "units"));
        evidence.add(new Evidence("days left", basis.calendar().allDays(), "days"));
        evidence.add(new Evidence("unit cost", basis.economics().cost().toDouble(), currency()));
        basis.question()
                .returnCost()
                .ifPresent(it -> evidence.add(new Evidence("expected return cost", it, currency())));
        return evidence;
    }

    /**
     * What is planned when a price is asked now.
     *
     * @param price the one that stands when empty
     */
    MarkdownOutlook outlook(Optional<Money> price) {
        return aim.trial().outlook(price.orElse(basis.present()));
    }

    double sellThrough(MarkdownOutlook outlook) {
        return aim.trial().sellThrough(outlook);
    }

    /** The same by days, in units and in money as shoppers see it. */
    List<PlannedPrice> path(MarkdownOutlook outlook) {
        double step = basis.step();
        var path = new ArrayList<PlannedPrice>();
        for (int period = 0; period < outlook.periods().size(); period++) {
            var planned = outlook.periods().get(period);
            path.add(new PlannedPrice(
                    basis.calendar().date(period),
                    basis.calendar().date(period + 1),
                    shown(planned.price()),
                    estimate(planned.stock(), step),
                    estimate(planned.sold(), step)));
        }
        return path;
    }

    /** As shoppers see it. */
    private Estimate shown(Spread worth) {
        double step = basis.step();
        return Estimate.between(
                basis.shown(worth.mean() / step), basis.shown(worth.low() / step), basis.shown(worth.high() / step));
    }

    private static Estimate estimate(Spread spread, double unit) {
        return Estimate.between(spread.mean(), spread.low(), spread.high()).times(unit);
    }

    private List<String> reasons() {
        var reasons = new ArrayList<String>();
        reasons.add(basis.elasticity().inWords());
        reasons.add(task());
        reasons.add(expectation());
        aim.reason().ifPresent(reasons::add);
        if (!aim.trial().isFree()) {
            reasons.add(
                    basis.pause() > 0
                            ? "The price moved less than %d days ago: it stays for now"
                                    .formatted(basis.question().wish().daysApart())
                            : "No move is left: the price stays");
        }
        reasons.addAll(basis.economics().caveats());
        reasons.addAll(caveats);
        return reasons;
    }

    private String task() {
        var ladder = aim.trial().ladder();
        return String.format(
                Locale.ROOT,
                "%.0f units (%.0f %% of all stock and deliveries) have to go in %d days, at %d prices from %s down to %s, with at most %d changes at least %d days apart; a unit left is worth %.2f",
                basis.supply(),
                100 * basis.stock().share(),
                basis.calendar().allDays(),
                ladder.size(),
                ladder.get(0),
                ladder.get(ladder.size() - 1),
                basis.question().wish().mostMoves(),
                basis.question().wish().daysApart(),
                basis.salvage());
    }

    private String expectation() {
        var kept = aim.trial().kept(basis.present());
        var planned = outlook(Optional.of(aim.trial().best()));
        return String.format(
                Locale.ROOT,
                "Kept to the end, %s sells %.0f %% and is worth %.2f; marked down as planned, %.0f %% and %.2f",
                basis.present(),
                100 * sellThrough(kept),
                aim.trial().worth(kept),
                100 * sellThrough(planned),
                aim.trial().worth(planned));
    }
}
