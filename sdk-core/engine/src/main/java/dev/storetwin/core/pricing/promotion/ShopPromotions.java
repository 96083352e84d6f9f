package dev.storetwin.core.pricing.promotion;

import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PromotionEffect;
import dev.storetwin.pricing.PromotionOutlook;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.pricing.PromotionQuestion;
import dev.storetwin.pricing.PromotionReturn;
import dev.storetwin.pricing.PromotionStatus;
import dev.storetwin.pricing.RelatedEffect;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Money;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the promotions of a shop did and what planned ones may do, by what its state tells. */
public final class ShopPromotions {

    private final OptionalDouble taxRate;
    private final PlannedPromotions planned;

    /** @param taxRate contained in gross prices; empty when it is not known */
    public ShopPromotions(OptionalDouble taxRate) {
        this.taxRate = taxRate;
        this.planned = new PlannedPromotions(taxRate);
    }

    /** Of every SKU in every channel that a campaign covers and that has a price there, in order. */
    public List<PromotionEffect> effects(TwinState state, PromotionId promotion, Instant asOf) {
        var effects = new ArrayList<PromotionEffect>();
        for (var sku : state.catalog().skus()) {
            for (var channel : state.catalog().channels(sku)) {
                state.catalog().promotions(sku, channel).stream()
                        .filter(it -> it.id().equals(promotion))
                        .map(it -> PromotionQuestion.of(
                                sku, channel, it.from(), it.until().orElse(Instant.MAX)))
                        .forEach(it -> effects.add(effect(state, it, asOf)));
            }
        }
        return effects;
    }

    /** Of one SKU in one channel. */
    public PromotionEffect effect(TwinState state, PromotionQuestion question, Instant asOf) {
        var days = PromotionDays.before(state, question.channel(), asOf);
        var span = days.flatMap(it -> it.span(question.from(), question.until()));
        if (span.isEmpty()) {
            return unknown(question, "no day of it is among the days that were seen");
        }
        var panel = new ShopPanel(days.get(), question);
        if (span.get().from() < 0 || span.get().until() > days.get().days()) {
            return unknown(question, "it is not over, or began before the days that were seen");
        }
        var decomposition = panel.study(span).effect(panel.sku().value(), span.get());
        return decomposition.lift().isEmpty()
                ? unknown(question, String.join("; ", decomposition.reasons()))
                : answer(days.get(), panel, question, decomposition);
    }

    /** Of a promotion that is planned. */
    public PromotionOutlook outlook(TwinState state, PromotionPlan plan, Instant asOf) {
        return planned.outlook(state, plan, asOf);
    }

    private static PromotionEffect unknown(PromotionQuestion question, String reason) {
        return PromotionEffect.unknown(question.sku(), question.channel(), question.from(), question.until(), reason);
    }

    private PromotionEffect answer(
            PromotionDays days, ShopPanel panel, PromotionQuestion question, Decomposition effect) {
        var reasons = new ArrayList<>(effect.reasons());
        var status = reasons.isEmpty() ? PromotionStatus.MEASURED : PromotionStatus.PARTLY;
        var money = money(days, panel, question, effect, reasons);
        return new PromotionEffect(
                question.sku(),
                question.channel(),
                question.from(),
                question.until(),
                status,
                effect.lift(),
                effect.pulled(),
                effect.cannibalised(),
                effect.halo(),
                effect.sum(1, 1, 1, 0),
                money,
                effect.neighbours().stream().map(ShopPromotions::related).toList(),
                reasons);
    }

    private static RelatedEffect related(Neighbour neighbour) {
        return new RelatedEffect(
                Sku.of(neighbour.name()),
                Estimate.between(
                        neighbour.units(),
                        neighbour.units() - 2 * neighbour.error(),
                        neighbour.units() + 2 * neighbour.error()));
    }

    private Optional<PromotionReturn> money(
            PromotionDays days,
            ShopPanel panel,
            PromotionQuestion question,
            Decomposition effect,
            List<String> reasons) {
        var reading = worth(days, panel.sku(), question);
        if (reading.worth().isEmpty()) {
            reasons.add("units only: %s".formatted(reading.missing()));
            return Optional.empty();
        }
        var worth = reading.worth().get();
        if (question.cost()
                .filter(it -> !it.currency().equals(worth.currency()))
                .isPresent()) {
            reasons.add("units only: the cost of the promotion is in another currency than its price");
            return Optional.empty();
        }
        if (!worth.caveat().isEmpty()) {
            reasons.add(worth.caveat());
        }
        double stated = question.cost().map(Money::toDouble).orElse(0.0);
        double sold = effect.ordinary() + effect.lift().orElseThrow().mean();
        double given = (worth.regular() - worth.reduced()) * sold;
        double substitute = meanMargin(days, question, effect.substitutes(), worth, "cannibalised", reasons);
        double companion = meanMargin(days, question, effect.companions(), worth, "halo", reasons);
        var own =
                effect.lift().map(it -> it.times(worth.regular()).plus(-given)).orElseThrow();
        var net = effect.sum(worth.regular(), substitute, companion, -given - stated)
                .orElseThrow();
        double invested = worth.discount() * sold + stated;
        return Optional.of(new PromotionReturn(
                worth.currency(),
                own,
                net,
                invested,
                invested > 0 ? Optional.of(net.times(1 / invested)) : Optional.empty()));
    }

    private UnitWorth.Reading worth(PromotionDays days, Sku sku, PromotionQuestion question) {
        return UnitWorth.of(days.state(), sku, question.channel(), question.from(), question.until(), taxRate);
    }

    /** By units sold; what cannot be valued is taken to be worth as much as the rest, and nothing where there is no rest. */
    private double meanMargin(
            PromotionDays days,
            PromotionQuestion question,
            Collection<String> names,
            UnitWorth own,
            String what,
            List<String> reasons) {
        double units = 0;
        double margins = 0;
        var unvalued = new ArrayList<String>();
        for (var name : names) {
            var sku = Sku.of(name);
            double sold = days.state().demand().units(sku, days.channel(), days.from(), days.until());
            var worth = worth(days, sku, question).worth().filter(it -> it.currency()
                    .equals(own.currency()));
            if (worth.isEmpty()) {
                unvalued.add(name);
            } else {
                units += Math.max(0, sold);
                margins += Math.max(0, sold) * worth.get().reduced();
            }
        }
        if (!unvalued.isEmpty()) {
            reasons.add("%s: no margin is known of %s, so %s"
                    .formatted(
                            what,
                            unvalued.size() > 3 ? unvalued.size() + " of them" : String.join(", ", unvalued),
                            units > 0 ? "that of the others is taken" : "it is not in the money"));
        }
        return units > 0 ? margins / units : 0;
    }
}
