package dev.storetwin.core;

import dev.storetwin.PriceWhatIf;
import dev.storetwin.core.decision.GuardedDecider.Considered;
import dev.storetwin.core.thread.ForeignCode;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.JudgedAlternative;
import dev.storetwin.guardrail.Verdict;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PriceElasticity;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Objective;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prices that somebody asks about, beside those that the twin thinks of itself. Nothing is written down, and the answer never throws.
 *
 * @param deciders who weigh them, with full work
 */
record AskedPrices(Deciders deciders) {

    private static final Logger LOG = LoggerFactory.getLogger(AskedPrices.class);

    /** So many times the present price, or so small a part of it, is a mistake and no price. */
    private static final double ABSURD = 20;

    DemandCurve curve(TwinState state, PriceQuestion question) {
        return curve(state, question, List.of());
    }

    private DemandCurve curve(TwinState state, PriceQuestion question, List<Money> also) {
        try {
            return deciders.curves().of(state, question, also);
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("No demand curve for {} at revision {}", question.target(), state.revision(), broken);
            return DemandCurve.missing(
                    question,
                    1,
                    new Objective("none", ""),
                    Optional.empty(),
                    List.of(),
                    List.of("the answer failed: " + broken));
        }
    }

    PriceWhatIf whatIf(TwinState state, PriceQuestion question, Money asked) {
        try {
            var standing = state.catalog().price(question.sku(), question.channel(), question.asOf());
            return standing.map(it ->
                            refused(asked, it.price()).orElseGet(() -> weighed(state, question, asked, it.price())))
                    .orElseGet(() -> new PriceWhatIf.NoAnswer(
                            asked, "no price is known for %s in %s".formatted(question.sku(), question.channel())));
        } catch (Throwable broken) {
            ForeignCode.outlive(broken);
            LOG.error("{} cannot be tried for {}", asked, question.target(), broken);
            return new PriceWhatIf.NoAnswer(asked, "the answer failed: " + broken);
        }
    }

    /** What is no price at all. */
    private static Optional<PriceWhatIf> refused(Money asked, Money present) {
        if (!asked.isPositive()) {
            return refusal(asked, "a price must be above zero.\nMaybe a discount was taken twice.");
        }
        if (!asked.currency().equals(present.currency())) {
            return refusal(
                    asked,
                    "it is sold in %s.\nMaybe ask about another channel, or convert the price."
                            .formatted(present.currency()));
        }
        double ratio = present.isPositive() ? asked.ratioTo(present) : 1;
        return ratio > ABSURD || ratio < 1 / ABSURD
                ? refusal(
                        asked,
                        "the present price is %s, and nobody knows what demand does that far away.\nMaybe one of them counts another unit, or cents."
                                .formatted(present))
                : Optional.empty();
    }

    private static Optional<PriceWhatIf> refusal(Money asked, String reason) {
        return Optional.of(new PriceWhatIf.NoAnswer(asked, reason));
    }

    private PriceWhatIf weighed(TwinState state, PriceQuestion question, Money asked, Money present) {
        var considered = deciders.prices()
                .consider(state, question, new PriceChange(question.sku(), question.channel(), present, asked));
        return considered
                .action()
                .map(it -> expected(state, question, asked, present, considered.decision(), changed(it, considered)))
                .orElseGet(() -> new PriceWhatIf.NoAnswer(asked, inWords(considered.decision())));
    }

    /** The present price again is no change: no rule is asked about it. */
    private static JudgedAlternative<PriceChange> changed(
            JudgedAlternative<PriceChange> judged, Considered<PriceChange> considered) {
        boolean changes = judged.proposed()
                .action()
                .filter(it -> !it.to().equals(it.from()))
                .isPresent();
        if (changes) {
            return judged;
        }
        return considered.decision().alternatives().stream()
                .filter(it -> it.proposed().isDoNothing())
                .findFirst()
                .map(it -> new JudgedAlternative<>(
                        it.proposed(), it.outcome(), new Verdict.Allowed<PriceChange>(), List.of(), 0))
                .orElse(judged);
    }

    private PriceWhatIf expected(
            TwinState state,
            PriceQuestion question,
            Money asked,
            Money present,
            Decision<PriceChange> decision,
            JudgedAlternative<PriceChange> judged) {
        var best = recommended(decision);
        double value = judged.proposed().expectedValue();
        var curve = curve(state, question, List.of(asked));
        return new PriceWhatIf.Expected(
                asked,
                present,
                best.action().map(PriceChange::to).orElse(present),
                judged,
                value - decision.baseline(),
                value - best.expectedValue(),
                decision.objective(),
                curve.at(asked),
                caveats(curve, asked));
    }

    private static JudgedAlternative<PriceChange> recommended(Decision<PriceChange> decision) {
        return decision.alternatives().stream()
                .filter(it -> it.action().isPresent() && it.action().equals(decision.pending()))
                .findFirst()
                .orElse(decision.chosen());
    }

    private static List<String> caveats(DemandCurve curve, Money asked) {
        var caveats = new ArrayList<>(curve.missing());
        curve.elasticity().map(AskedPrices::inWords).ifPresent(caveats::add);
        var seen = curve.observations().stream()
                .mapToDouble(DemandCurve.Week::price)
                .summaryStatistics();
        if (seen.getCount() > 0 && (asked.toDouble() < seen.getMin() || asked.toDouble() > seen.getMax())) {
            caveats.add(String.format(
                    Locale.ROOT,
                    "Demand was only seen between %.2f and %.2f: what is expected beyond is doubted more",
                    seen.getMin(),
                    seen.getMax()));
        }
        return caveats;
    }

    private static String inWords(PriceElasticity elasticity) {
        return String.format(
                Locale.ROOT,
                "Elasticity %.2f (%.2f to %.2f, %s): %s",
                elasticity.value(),
                elasticity.lower(),
                elasticity.upper(),
                elasticity.status().label(),
                elasticity.reason());
    }

    private static String inWords(Decision<PriceChange> decision) {
        return String.join("; ", decision.reasons());
    }
}
