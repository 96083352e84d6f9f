package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.guardrail.CutOff;
import dev.storetwin.guardrail.DayStartPrice;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Market;
import dev.storetwin.guardrail.MinimumOrder;
import dev.storetwin.guardrail.NumberLimit;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.Spend;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.guardrail.WeekSpend;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The wishes of rules-examples as a merchant says them, judged in whole cents without any rule, and without the arithmetic of {@link Money}: a
 * second way to the same verdict.
 */
final class Wishes {

    private static final Map<String, BiConsumer<Question, Opinion>> BY_RULE = new LinkedHashMap<>();

    static {
        BY_RULE.put("margin floor", Wishes::earnsTenPerCent);
        BY_RULE.put("minimum advertised price", Wishes::keepsTheBrandsPrice);
        BY_RULE.put("largest price move per day", Wishes::movesTenPerCentADay);
        BY_RULE.put("price ending", Wishes::endsInNinetyNine);
        BY_RULE.put("regional price cap", Wishes::staysBelowTheRegionsCap);
        BY_RULE.put("discount ceiling while stock is short", Wishes::isNotCheapWhileShort);
        BY_RULE.put("order value that needs approval", Wishes::asksAboutLargeOrders);
        BY_RULE.put("supplier minimum and pack size", Wishes::ordersWhatIsDelivered);
        BY_RULE.put("carrier cut-off", Wishes::goesWithTheNextCollection);
        BY_RULE.put("budget per week", Wishes::staysWithinTheWeeksBudget);
        PackWishes.addTo(BY_RULE);
    }

    private Wishes() {}

    /** The rules that somebody here can judge. */
    static Iterable<String> rules() {
        return BY_RULE.keySet();
    }

    static boolean knows(String rule) {
        return BY_RULE.containsKey(rule);
    }

    static Opinion of(Question question) {
        var opinion = new Opinion();
        BY_RULE.values().forEach(it -> it.accept(question, opinion));
        return opinion;
    }

    /** A price earns at least ten per cent over what the unit costs: below eleven tenths of the cost it is blocked. */
    private static void earnsTenPerCent(Question question, Opinion opinion) {
        prices(question).forEach(change -> question.all(LandedCost.class)
                .filter(cost -> cost.sku().equals(change.sku()))
                .forEach(cost -> {
                    if (sameCurrency(change.to(), cost.amount(), opinion)
                            && minor(change.to()) * 10 < minor(cost.amount()) * 11) {
                        opinion.hit("margin floor", Severity.BLOCKED);
                    }
                }));
    }

    /** No price is shown below what was agreed with the brand for this SKU. */
    private static void keepsTheBrandsPrice(Question question, Opinion opinion) {
        prices(question).forEach(change -> limits(question, "minimum advertised price")
                .filter(limit -> limit.scope().equals(change.sku().value()))
                .forEach(limit -> {
                    if (sameCurrency(change.to(), limit.amount(), opinion)
                            && minor(change.to()) < minor(limit.amount())) {
                        opinion.hit("minimum advertised price", Severity.BLOCKED);
                    }
                }));
    }

    /** Within one day a price moves by ten per cent at most, in either direction, on the channel it is for. */
    private static void movesTenPerCentADay(Question question, Opinion opinion) {
        prices(question).forEach(change -> question.all(DayStartPrice.class)
                .filter(start ->
                        start.sku().equals(change.sku()) && start.channel().equals(change.channel()))
                .forEach(start -> {
                    if (sameCurrency(change.to(), start.amount(), opinion)) {
                        long moved = Math.abs(minor(change.to()) - minor(start.amount()));
                        if (moved * 10 > minor(start.amount())) {
                            opinion.hit("largest price move per day", Severity.BLOCKED);
                        }
                    }
                }));
    }

    /** Prices end in 99: another becomes the next one above that does. */
    private static void endsInNinetyNine(Question question, Opinion opinion) {
        prices(question).filter(change -> minor(change.to()) % 100 != 99).forEach(change -> {
            long up = minor(change.to()) + 99 - minor(change.to()) % 100;
            opinion.adjust("price ending", up + " " + change.to().currency());
        });
    }

    /** No channel of a region goes above the region's cap. */
    private static void staysBelowTheRegionsCap(Question question, Opinion opinion) {
        prices(question).forEach(change -> question.all(Market.class)
                .filter(market -> market.channel().equals(change.channel()))
                .forEach(market -> limits(question, "price cap")
                        .filter(limit -> limit.scope().equals(market.region().value()))
                        .forEach(limit -> {
                            if (sameCurrency(change.to(), limit.amount(), opinion)
                                    && minor(change.to()) > minor(limit.amount())) {
                                opinion.hit("regional price cap", Severity.BLOCKED);
                            }
                        })));
    }

    /** What lasts less than two weeks is five per cent off at most. */
    private static void isNotCheapWhileShort(Question question, Opinion opinion) {
        prices(question)
                .filter(change -> minor(change.to()) * 20 < minor(change.from()) * 19)
                .filter(change -> question.all(StockCover.class)
                        .anyMatch(cover -> cover.sku().equals(change.sku()) && cover.days() < 14))
                .forEach(change -> opinion.hit("discount ceiling while stock is short", Severity.BLOCKED));
    }

    /** An order above 5,000 of whatever currency waits for a yes. */
    private static void asksAboutLargeOrders(Question question, Opinion opinion) {
        orders(question)
                .filter(order -> question.all(Spend.class)
                        .anyMatch(spend -> minor(spend.amount()) > 5_000 * minorUnits(spend.amount())))
                .forEach(order -> opinion.hit("order value that needs approval", Severity.NEEDS_REVIEW));
    }

    /** A supplier delivers its least quantity, in whole packs; each term says what would keep it. */
    private static void ordersWhatIsDelivered(Question question, Opinion opinion) {
        orders(question).forEach(order -> {
            long wanted = order.quantity().thousandths();
            question.all(MinimumOrder.class)
                    .filter(term -> term.sku().equals(order.sku())
                            && wanted < term.quantity().thousandths())
                    .forEach(term -> adjust(opinion, term.quantity().thousandths()));
            question.all(PackSize.class)
                    .filter(term -> term.sku().equals(order.sku())
                            && wanted % term.quantity().thousandths() != 0)
                    .forEach(term -> {
                        long pack = term.quantity().thousandths();
                        adjust(opinion, (wanted / pack + 1) * pack);
                    });
        });
    }

    private static void adjust(Opinion opinion, long thousandths) {
        opinion.adjust("supplier minimum and pack size", thousandths + " thousandths");
    }

    /** A parcel that misses today's collection of its carrier goes with the next one. */
    private static void goesWithTheNextCollection(Question question, Opinion opinion) {
        if (question.action() instanceof SourcingPlan plan) {
            question.all(CutOff.class)
                    .filter(cutOff -> cutOff.node().equals(plan.node())
                            && cutOff.carrier().equals(plan.carrier())
                            && cutOff.service().equals(plan.service()))
                    .filter(cutOff -> plan.handOver().isAfter(cutOff.latest())
                            && plan.handOver().isBefore(cutOff.next()))
                    .forEach(cutOff ->
                            opinion.adjust("carrier cut-off", cutOff.next().toString()));
        }
    }

    /** What was spent since Monday and this order together stay within the budget. */
    private static void staysWithinTheWeeksBudget(Question question, Opinion opinion) {
        orders(question).forEach(order -> question.all(Spend.class).forEach(spend -> question.all(WeekSpend.class)
                .forEach(week -> limits(question, "weekly budget").forEach(budget -> {
                    if (sameCurrency(spend.amount(), week.amount(), opinion)
                            && sameCurrency(spend.amount(), budget.amount(), opinion)
                            && minor(spend.amount()) + minor(week.amount()) > minor(budget.amount())) {
                        opinion.hit("budget per week", Severity.BLOCKED);
                    }
                }))));
    }

    private static Stream<PriceChange> prices(Question question) {
        return Stream.of(question.action())
                .filter(PriceChange.class::isInstance)
                .map(PriceChange.class::cast);
    }

    private static Stream<Replenishment> orders(Question question) {
        return Stream.of(question.action())
                .filter(Replenishment.class::isInstance)
                .map(Replenishment.class::cast);
    }

    private static Stream<Limit> limits(Question question, String name) {
        return question.all(Limit.class).filter(limit -> limit.name().equals(name));
    }

    /** The merchant's numbers of a name. */
    static Stream<Double> number(Question question, String name) {
        return question.all(NumberLimit.class)
                .filter(limit -> limit.name().equals(name))
                .map(NumberLimit::value);
    }

    /** Whether two amounts can be told apart at all; if not, nothing may pass. */
    static boolean sameCurrency(Money one, Money other, Opinion opinion) {
        if (one.currency().equals(other.currency())) {
            return true;
        }
        opinion.cannotJudge();
        return false;
    }

    /** In cents, or what the currency has in their place. */
    static long minor(Money money) {
        return money.amount()
                .movePointRight(money.currency().getDefaultFractionDigits())
                .longValueExact();
    }

    private static long minorUnits(Money money) {
        return money.currency().getDefaultFractionDigits() == 0 ? 1 : 100;
    }
}
