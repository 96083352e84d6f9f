package dev.storetwin.core;

import dev.storetwin.core.decision.GuardedDecider.Weighed;
import dev.storetwin.core.pricing.ShrunkenElasticity;
import dev.storetwin.core.pricing.plan.PriceStatus;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.core.pricing.plan.PricedLine;
import dev.storetwin.core.pricing.together.TogetherItems;
import dev.storetwin.core.pricing.together.TogetherQuestion;
import dev.storetwin.core.pricing.together.TogetherQuestion.Word;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.pricing.ElasticityStatus;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.pricing.SkuInChannel;
import dev.storetwin.proposal.Alternative;
import dev.storetwin.type.Capability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides the prices of a plan: weighs each as a single recommendation would, and takes what the plan makes of all.
 *
 * @param mixed whether some prices are decided in the shadow and some are not: then those in the shadow stay, since they will not be set
 */
record PriceAnswers(
        Deciders.Together together,
        Control control,
        PlanMoment moment,
        TogetherItems items,
        boolean mixed,
        BiFunction<SkuInChannel, Instant, PriceQuestion> asked) {

    private static final Logger LOG = LoggerFactory.getLogger(PriceAnswers.class);

    static PriceAnswers of(
            PricePlanDesk desk,
            PlanMoment moment,
            TogetherItems items,
            List<SkuInChannel> pairs,
            BiFunction<SkuInChannel, Instant, PriceQuestion> asked) {
        boolean mixed = pairs.stream()
                        .map(it ->
                                desk.control().of(Capability.PRICING, it.target(), moment.state()) == Autonomy.SHADOW)
                        .distinct()
                        .count()
                > 1;
        return new PriceAnswers(desk.deciders().together(), desk.control(), moment, items, mixed, asked);
    }

    /** Every price that it could take, as the optimiser may see it. */
    WeighedPrice weighed(SkuInChannel pair) {
        var question = new TogetherQuestion(
                new PriceQuestion(pair.sku(), pair.channel(), moment.asOf()),
                together.options().objective(),
                List.of(),
                Optional.empty());
        try {
            question = new TogetherQuestion(
                    asked.apply(pair, moment.asOf()), items.aim(pair), items.also(pair), Optional.empty());
            return weighed(pair, question);
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("The prices of {} cannot be weighed", pair, broken);
            var failed = together.decider().failed(moment.state(), question, broken);
            return new WeighedPrice(
                    question,
                    Optional.empty(),
                    standing(pair, "it cannot be weighed: " + broken),
                    "",
                    Optional.of(failed));
        }
    }

    private WeighedPrice weighed(SkuInChannel pair, TogetherQuestion question) {
        var weighed = together.decider().weigh(moment.state(), question, moment.gate());
        return new WeighedPrice(
                question, Optional.of(weighed), item(pair, question, weighed), alone(pair), Optional.empty());
    }

    private String alone(SkuInChannel pair) {
        return items.present(pair).isPresent()
                ? ""
                : "its price is not known, or none in %s that a till can charge"
                        .formatted(moment.state().currency());
    }

    private Optional<PricedItem> item(SkuInChannel pair, TogetherQuestion question, Weighed<PriceChange> weighed) {
        if (items.present(pair).isEmpty()) {
            return Optional.empty();
        }
        var missing = TogetherItems.missing(weighed.proposal());
        if (missing.isPresent()) {
            return Optional.of(items.still(pair, PriceStatus.INSUFFICIENT_DATA, missing.get()));
        }
        var withheld = withheld(pair);
        if (withheld.isPresent()) {
            return Optional.of(items.still(pair, PriceStatus.KEPT, withheld.get()));
        }
        var elasticity = together.elasticity(moment.state(), question.single());
        return Optional.of(elasticity
                .filter(it -> it.status() == ElasticityStatus.UNIDENTIFIED)
                .map(it -> items.still(pair, PriceStatus.UNIDENTIFIED, unidentified(it)))
                .orElseGet(() -> items.movable(pair, passing(weighed), elasticity)));
    }

    private static List<Alternative<PriceChange>> passing(Weighed<PriceChange> weighed) {
        return weighed.judged().stream()
                .filter(JudgedAlternative::passes)
                .map(JudgedAlternative::outcome)
                .toList();
    }

    private static String unidentified(ShrunkenElasticity elasticity) {
        return "The price stays, since nobody knows how demand answers to it: " + elasticity.reason();
    }

    /** Others have to know at which price it stands. */
    private Optional<PricedItem> standing(SkuInChannel pair, String why) {
        try {
            return items.present(pair).map(it -> items.still(pair, PriceStatus.REFUSED, why));
        } catch (RuntimeException unreadable) {
            LOG.error("The price of {} cannot be read", pair, unreadable);
            return Optional.empty();
        }
    }

    private Optional<String> withheld(SkuInChannel pair) {
        var level = autonomy(pair);
        return level == Autonomy.OFF || (mixed && level == Autonomy.SHADOW)
                ? Optional.of("The price stays: pricing is %s here"
                        .formatted(
                                level == Autonomy.OFF ? "off" : "in the shadow, and other prices of the plan are not"))
                : Optional.empty();
    }

    private Autonomy autonomy(SkuInChannel pair) {
        return control.of(Capability.PRICING, pair.target(), moment.state());
    }

    /** @param priced what the plan makes of it; empty for what had no part in it, or where there is no plan */
    PriceLine decided(SkuInChannel pair, WeighedPrice weighed, Optional<PricedLine> priced) {
        var decision = weighed.failed().orElseGet(() -> decision(pair, weighed, priced));
        var written = autonomy(pair) == Autonomy.OFF ? Deciders.off(decision) : decision;
        return new PriceLine(pair, priced, written, autonomy(pair) == Autonomy.SHADOW ? Desk.shadow(written) : written);
    }

    private Decision<PriceChange> decision(SkuInChannel pair, WeighedPrice weighed, Optional<PricedLine> priced) {
        var question = weighed.question();
        try {
            if (priced.isEmpty() && weighed.item().isPresent()) {
                return together.decider()
                        .failed(moment.state(), question, new IllegalStateException("the plan of all prices failed"));
            }
            var word = priced.map(it -> word(pair, it)).orElseGet(() -> new Word(Optional.empty(), weighed.alone()));
            var decision = together.decider()
                    .decide(
                            moment.state(),
                            question.answered(word),
                            weighed.weighed().orElseThrow());
            return asPlanned(decision, word);
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("The price of {} cannot be decided", pair, broken);
            return together.decider().failed(moment.state(), question, broken);
        }
    }

    /** A price that the plan counts on is none that the decision may leave out. */
    private static Decision<PriceChange> asPlanned(Decision<PriceChange> decision, Word word) {
        if (!decision.action().equals(word.change())) {
            throw new IllegalStateException("the plan takes %s, which is not among what passes"
                    .formatted(word.change().map(PriceChange::describe).orElse("the present price")));
        }
        return decision;
    }

    private Word word(SkuInChannel pair, PricedLine line) {
        var change = line.after() == line.before()
                ? Optional.<PriceChange>empty()
                : items.present(pair)
                        .map(from -> new PriceChange(pair.sku(), pair.channel(), from, items.money(line.after())));
        return new Word(change, line.reason());
    }
}
