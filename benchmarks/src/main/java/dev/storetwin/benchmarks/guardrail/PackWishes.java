package dev.storetwin.benchmarks.guardrail;

import static dev.storetwin.benchmarks.guardrail.Wishes.minor;
import static dev.storetwin.benchmarks.guardrail.Wishes.number;
import static dev.storetwin.benchmarks.guardrail.Wishes.sameCurrency;

import dev.storetwin.event.NodeKind;
import dev.storetwin.fulfillment.SourcingPlan;
import dev.storetwin.guardrail.Campaign;
import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.CurrentPrice;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.LowestPrice;
import dev.storetwin.guardrail.Moment;
import dev.storetwin.guardrail.NodeOutage;
import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.OrderAge;
import dev.storetwin.guardrail.OrderValue;
import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.PackSize;
import dev.storetwin.guardrail.Refunded;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.inventory.Transfer;
import dev.storetwin.merchandising.Ranking;
import dev.storetwin.pricing.PromotionPlan;
import dev.storetwin.returns.Disposition;
import dev.storetwin.returns.Fate;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;

/** The wishes of the packs beyond prices and orders: parcels, promotions, places in a list, transfers, returns. As {@link Wishes}. */
final class PackWishes {

    private PackWishes() {}

    /** A wish about one kind of action. */
    private interface Wish<A> {

        void judge(A action, Question question, Opinion opinion);
    }

    static void addTo(Map<String, BiConsumer<Question, Opinion>> byRule) {
        add(byRule, "carrier is out", SourcingPlan.class, PackWishes::carrierCollects);
        add(byRule, "goods at hand", SourcingPlan.class, PackWishes::goodsLieThere);
        add(byRule, "late order", SourcingPlan.class, PackWishes::isYoung);
        add(byRule, "stores rest on Sundays", SourcingPlan.class, PackWishes::storesRest);
        add(byRule, "pause between promotions", PromotionPlan.class, PackWishes::pauses);
        add(byRule, "honest reduction", PromotionPlan.class, PackWishes::reducesTheLowestPrice);
        add(byRule, "longest promotion", PromotionPlan.class, PackWishes::ends);
        add(byRule, "margin on promotion", PromotionPlan.class, PackWishes::earnsFivePerCent);
        add(byRule, "stock for a promotion", PromotionPlan.class, PackWishes::lasts);
        add(byRule, "home page", Ranking.class, PackWishes::isNoBargainBin);
        add(byRule, "often returned", Ranking.class, PackWishes::isKept);
        add(byRule, "sold out goes down", Ranking.class, PackWishes::canBeBought);
        add(byRule, "thin margin", Ranking.class, PackWishes::earnsSomething);
        add(byRule, "order to a closed node", Replenishment.class, PackWishes::nodeWorks);
        add(byRule, "longest cover", Replenishment.class, PackWishes::isNeeded);
        add(byRule, "giver keeps enough", Transfer.class, PackWishes::giverKeeps);
        add(byRule, "receiver is open", Transfer.class, PackWishes::receiverWorks);
        add(byRule, "receiver is short", Transfer.class, PackWishes::receiverNeeds);
        add(byRule, "smallest transfer", Transfer.class, PackWishes::isWorthTheWay);
        add(byRule, "transfer of whole packs", Transfer.class, PackWishes::packsTravelClosed);
        add(byRule, "came back before", Disposition.class, PackWishes::wasSent);
        add(byRule, "cheap goods stay", Disposition.class, PackWishes::isWorthItsWayBack);
        add(byRule, "refund at most", Disposition.class, PackWishes::refundIsPaid);
        add(byRule, "refund once", Disposition.class, PackWishes::refundIsNew);
        add(byRule, "return window", Disposition.class, PackWishes::isInTime);
    }

    private static <A> void add(
            Map<String, BiConsumer<Question, Opinion>> byRule, String rule, Class<A> kind, Wish<A> wish) {
        byRule.put(rule, (question, opinion) -> {
            if (kind.isInstance(question.action())) {
                wish.judge(kind.cast(question.action()), question, opinion);
            }
        });
    }

    /** No parcel is given to a carrier that is on strike. */
    private static void carrierCollects(SourcingPlan plan, Question question, Opinion opinion) {
        if (question.all(CarrierOutage.class).anyMatch(it -> it.carrier().equals(plan.carrier()))) {
            opinion.hit("carrier is out", Severity.BLOCKED);
        }
    }

    /** An order is sent from where all that is still to be sent of it lies. */
    private static void goodsLieThere(SourcingPlan plan, Question question, Opinion opinion) {
        var lacks = question.all(OrderedLine.class)
                .filter(line -> line.order().equals(plan.order()))
                .anyMatch(line -> question.all(NodeStock.class)
                        .filter(stock -> stock.node().equals(plan.node()) && stock.sku().equals(line.sku()))
                        .noneMatch(stock -> stock.onHand().thousandths()
                                >= line.ordered().thousandths() - line.shipped().thousandths()));
        if (lacks) {
            opinion.hit("goods at hand", Severity.BLOCKED);
        }
    }

    /** What was ordered longer ago than the limit says is looked at. */
    private static void isYoung(SourcingPlan plan, Question question, Opinion opinion) {
        var isOld = number(question, "late after days")
                .anyMatch(most -> question.all(OrderAge.class)
                        .anyMatch(age -> age.order().equals(plan.order()) && age.days() > most));
        if (isOld) {
            opinion.hit("late order", Severity.NEEDS_REVIEW);
        }
    }

    /** On Sundays stores pack no parcels. */
    private static void storesRest(SourcingPlan plan, Question question, Opinion opinion) {
        var isSunday = question.all(Moment.class).anyMatch(it -> it.date().getDayOfWeek() == DayOfWeek.SUNDAY);
        var isStore = question.all(Location.class)
                .anyMatch(it -> it.node().equals(plan.node()) && it.kind() == NodeKind.STORE);
        if (isSunday && isStore) {
            opinion.hit("stores rest on Sundays", Severity.BLOCKED);
        }
    }

    /** Between two promotions of a thing on a channel lie so many days; one that begins after this one ends is not before it. */
    private static void pauses(PromotionPlan plan, Question question, Opinion opinion) {
        var isTooSoon = number(question, "days between promotions")
                .anyMatch(pause -> question.all(Campaign.class)
                        .filter(it -> it.sku().equals(plan.sku()) && it.channel().equals(plan.channel()))
                        .filter(it -> it.from().isBefore(plan.ends()))
                        .anyMatch(it -> Duration.between(it.until(), plan.starts()).toMinutes() < pause * 1440));
        if (isTooSoon) {
            opinion.hit("pause between promotions", Severity.BLOCKED);
        }
    }

    /** The promoted price is below the lowest of the last thirty days. */
    private static void reducesTheLowestPrice(PromotionPlan plan, Question question, Opinion opinion) {
        question.all(LowestPrice.class)
                .filter(it -> it.sku().equals(plan.sku()) && it.channel().equals(plan.channel()))
                .filter(it -> sameCurrency(it.amount(), plan.price(), opinion))
                .filter(it -> minor(plan.price()) >= minor(it.amount()))
                .forEach(it -> opinion.hit("honest reduction", Severity.BLOCKED));
    }

    /** A promotion that is longer than the limit ends when the limit says. */
    private static void ends(PromotionPlan plan, Question question, Opinion opinion) {
        number(question, "longest promotion")
                .filter(most -> Duration.between(plan.starts(), plan.ends()).toMinutes() > most * 1440)
                .forEach(most -> opinion.adjust(
                        "longest promotion",
                        plan.starts().plusSeconds(Math.round(most * 86_400)).toString()));
    }

    /** Even on promotion a price earns five per cent over what the unit costs. */
    private static void earnsFivePerCent(PromotionPlan plan, Question question, Opinion opinion) {
        question.all(LandedCost.class)
                .filter(it -> it.sku().equals(plan.sku()) && sameCurrency(it.amount(), plan.price(), opinion))
                .filter(it -> minor(plan.price()) * 20 < minor(it.amount()) * 21)
                .forEach(it -> opinion.hit("margin on promotion", Severity.BLOCKED));
    }

    /** What is promoted lasts until the end, even if twice as much is sold. */
    private static void lasts(PromotionPlan plan, Question question, Opinion opinion) {
        var minutes = Duration.between(plan.starts(), plan.ends()).toMinutes();
        if (question.all(StockCover.class)
                .anyMatch(it -> it.sku().equals(plan.sku()) && it.days() * 1440 < 2 * minutes)) {
            opinion.hit("stock for a promotion", Severity.BLOCKED);
        }
    }

    /** The home page shows no clearance. */
    private static void isNoBargainBin(Ranking ranking, Question question, Opinion opinion) {
        var isClearance = question.all(Category.class)
                .anyMatch(it -> it.sku().equals(ranking.sku()) && it.name().equals("clearance"));
        if (isClearance && ranking.page().equals("home")) {
            opinion.hit("home page", Severity.BLOCKED);
        }
    }

    /** What comes back too often goes behind the best places. */
    private static void isKept(Ranking ranking, Question question, Opinion opinion) {
        number(question, "best places").filter(best -> ranking.position() <= best).forEach(best -> {
            var comesBack = number(question, "most that may come back")
                    .anyMatch(most -> question.all(Figure.class)
                            .anyMatch(it -> it.name().equals("return_rate_91d") && it.value() > most));
            if (comesBack) {
                opinion.adjust("often returned", "place " + (Math.round(best) + 1));
            }
        });
    }

    /** What is sold out does not stand on the first page. */
    private static void canBeBought(Ranking ranking, Question question, Opinion opinion) {
        var isOnFirstPage =
                number(question, "places on the first page").anyMatch(first -> ranking.position() <= first);
        var isSoldOut = question.all(StockCover.class)
                .anyMatch(it -> it.sku().equals(ranking.sku()) && !(it.units() > 0));
        if (isOnFirstPage && isSoldOut) {
            opinion.hit("sold out goes down", Severity.BLOCKED);
        }
    }

    /** The best places are for what keeps the least share of its price after its cost. */
    private static void earnsSomething(Ranking ranking, Question question, Opinion opinion) {
        if (number(question, "best places").noneMatch(best -> ranking.position() <= best)) {
            return;
        }
        number(question, "least margin of the best").forEach(least -> question.all(LandedCost.class)
                .filter(it -> it.sku().equals(ranking.sku()))
                .forEach(cost -> question.all(CurrentPrice.class)
                        .filter(it -> it.sku().equals(ranking.sku()) && it.channel().equals(ranking.channel()))
                        .filter(it -> sameCurrency(it.amount(), cost.amount(), opinion))
                        .filter(it -> minor(it.amount()) * (100 - Math.round(least * 100)) < minor(cost.amount()) * 100)
                        .forEach(it -> opinion.hit("thin margin", Severity.BLOCKED))));
    }

    /** Nothing is ordered to a place that does not work. */
    private static void nodeWorks(Replenishment order, Question question, Opinion opinion) {
        if (question.all(Location.class).anyMatch(it -> it.node().equals(order.node()) && !it.active())) {
            opinion.hit("order to a closed node", Severity.BLOCKED);
        }
    }

    /** What lasts longer than the limit is not ordered again. */
    private static void isNeeded(Replenishment order, Question question, Opinion opinion) {
        var lasts = number(question, "longest cover")
                .anyMatch(most -> question.all(StockCover.class)
                        .anyMatch(it -> it.sku().equals(order.sku()) && it.days() > most));
        if (lasts) {
            opinion.hit("longest cover", Severity.BLOCKED);
        }
    }

    /** Whoever gives keeps enough to sell. */
    private static void giverKeeps(Transfer transfer, Question question, Opinion opinion) {
        var keepsTooLittle = number(question, "units kept back")
                .anyMatch(kept -> question.all(NodeStock.class)
                        .filter(it -> it.sku().equals(transfer.sku()) && it.node().equals(transfer.from()))
                        .anyMatch(it -> it.available().thousandths() - transfer.quantity().thousandths()
                                < kept * 1_000));
        if (keepsTooLittle) {
            opinion.hit("giver keeps enough", Severity.BLOCKED);
        }
    }

    /** Nothing goes to a place that cannot take it in. */
    private static void receiverWorks(Transfer transfer, Question question, Opinion opinion) {
        if (question.all(NodeOutage.class).anyMatch(it -> it.node().equals(transfer.to()))) {
            opinion.hit("receiver is open", Severity.BLOCKED);
        }
    }

    /** Goods are carried to where they are short. */
    private static void receiverNeeds(Transfer transfer, Question question, Opinion opinion) {
        var isStocked = number(question, "well stocked")
                .anyMatch(enough -> question.all(NodeStock.class)
                        .filter(it -> it.sku().equals(transfer.sku()) && it.node().equals(transfer.to()))
                        .anyMatch(it -> it.available().thousandths() >= enough * 1_000));
        if (isStocked) {
            opinion.hit("receiver is short", Severity.BLOCKED);
        }
    }

    /** For less than the limit nobody drives. */
    private static void isWorthTheWay(Transfer transfer, Question question, Opinion opinion) {
        if (number(question, "smallest transfer").anyMatch(least -> transfer.quantity().thousandths() < least * 1_000)) {
            opinion.hit("smallest transfer", Severity.BLOCKED);
        }
    }

    /** Packs travel closed: an opened one becomes a whole one. */
    private static void packsTravelClosed(Transfer transfer, Question question, Opinion opinion) {
        long wanted = transfer.quantity().thousandths();
        question.all(PackSize.class)
                .filter(it -> it.sku().equals(transfer.sku()) && wanted % it.quantity().thousandths() != 0)
                .forEach(it -> {
                    long pack = it.quantity().thousandths();
                    opinion.adjust("transfer of whole packs", (wanted / pack + 1) * pack + " thousandths");
                });
    }

    /** No more comes back of a line than was sent. */
    private static void wasSent(Disposition goods, Question question, Opinion opinion) {
        question.all(OrderedLine.class)
                .filter(it -> it.order().equals(goods.order()) && it.line().equals(goods.line()))
                .filter(it -> it.returned().thousandths() + goods.quantity().thousandths()
                        > it.shipped().thousandths())
                .forEach(it -> opinion.hit("came back before", Severity.BLOCKED));
    }

    /** What costs less than its way back stays with the customer. */
    private static void isWorthItsWayBack(Disposition goods, Question question, Opinion opinion) {
        if (goods.fate() == Fate.LEAVE_WITH_CUSTOMER) {
            return;
        }
        question.all(Limit.class)
                .filter(it -> it.name().equals("worth the way back"))
                .forEach(least -> question.all(LandedCost.class)
                        .filter(it -> it.sku().equals(goods.sku()) && sameCurrency(it.amount(), least.amount(), opinion))
                        .filter(it -> minor(it.amount()) < minor(least.amount()))
                        .forEach(it -> opinion.adjust(
                                "cheap goods stay",
                                Opinion.value(Fate.LEAVE_WITH_CUSTOMER, goods.refund()))));
    }

    /** A refund is at most what the order came to. */
    private static void refundIsPaid(Disposition goods, Question question, Opinion opinion) {
        question.all(OrderValue.class)
                .filter(it -> it.order().equals(goods.order()) && sameCurrency(it.amount(), goods.refund(), opinion))
                .filter(it -> minor(it.amount()) < minor(goods.refund()))
                .forEach(it -> opinion.adjust("refund at most", Opinion.value(goods.fate(), it.amount())));
    }

    /** All refunds of an order together are at most what it came to. */
    private static void refundIsNew(Disposition goods, Question question, Opinion opinion) {
        question.all(Refunded.class)
                .filter(it -> it.order().equals(goods.order()))
                .forEach(before -> question.all(OrderValue.class)
                        .filter(it -> it.order().equals(goods.order()))
                        .filter(it -> sameCurrency(before.amount(), goods.refund(), opinion)
                                && sameCurrency(it.amount(), goods.refund(), opinion))
                        .filter(it -> minor(before.amount()) + minor(goods.refund()) > minor(it.amount()))
                        .forEach(it -> opinion.hit("refund once", Severity.BLOCKED)));
    }

    /** After the window a return is a person's to decide. */
    private static void isInTime(Disposition goods, Question question, Opinion opinion) {
        var isLate = number(question, "return window")
                .anyMatch(most -> question.all(OrderAge.class)
                        .anyMatch(it -> it.order().equals(goods.order()) && it.days() > most));
        if (isLate) {
            opinion.hit("return window", Severity.NEEDS_REVIEW);
        }
    }
}
