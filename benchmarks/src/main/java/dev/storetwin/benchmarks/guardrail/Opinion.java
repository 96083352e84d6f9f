package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.guardrail.RuleHit;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.proposal.Action;
import dev.storetwin.returns.Disposition;
import dev.storetwin.returns.Fate;
import dev.storetwin.type.Money;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody who knows the wishes, and no rule, expects of one action: who speaks, how strictly, and what it should become. */
final class Opinion {

    private final TreeSet<String> hits = new TreeSet<>();
    private final TreeSet<String> adjustments = new TreeSet<>();
    private Severity severity = Severity.ALLOWED;
    private boolean cannotBeJudged;

    void hit(String rule, Severity how) {
        hits.add(how + " by " + rule);
        severity = severity.compareTo(how) < 0 ? how : severity;
    }

    /** @param to as {@link #value} writes it */
    void adjust(String rule, String to) {
        adjustments.add(to);
        hit(rule, Severity.ADJUSTED);
    }

    /** Two currencies would have to be compared: it must not pass, whoever says so. */
    void cannotJudge() {
        cannotBeJudged = true;
    }

    boolean agreesWith(Ruling<?> ruling) {
        if (cannotBeJudged) {
            return ruling.severity() == Severity.BLOCKED;
        }
        return ruling.severity() == severity
                && hits.equals(
                        ruling.hits().stream().map(Opinion::words).collect(Collectors.toCollection(TreeSet::new)))
                && adjustments.equals(ruling.adjustments().stream()
                        .map(Opinion::value)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String words(RuleHit hit) {
        return hit.severity() + " by " + hit.rule();
    }

    /** What a rule may change of an action, in the smallest units: of the currency, of the quantity, of time. */
    static String value(Action action) {
        if (action instanceof PriceChange change) {
            return Wishes.minor(change.to()) + " " + change.to().currency();
        }
        if (action instanceof Replenishment order) {
            return order.quantity().thousandths() + " thousandths";
        }
        if (action instanceof Transfer transfer) {
            return transfer.quantity().thousandths() + " thousandths";
        }
        if (action instanceof PromotionPlan plan) {
            return plan.ends().toString();
        }
        if (action instanceof Ranking ranking) {
            return "place " + ranking.position();
        }
        return action instanceof Disposition goods
                ? value(goods.fate(), goods.refund())
                : ((SourcingPlan) action).handOver().toString();
    }

    static String value(Fate fate, Money refund) {
        return "%s, refund %d %s".formatted(fate, Wishes.minor(refund), refund.currency());
    }

    @Override
    public String toString() {
        return cannotBeJudged ? "blocked, since currencies clash" : "%s, to %s".formatted(hits, adjustments);
    }
}
