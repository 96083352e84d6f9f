package dev.storetwin.core.pricing;

import dev.storetwin.pricing.MarkdownQuestion;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.type.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * All that a markdown rests on.
 *
 * @param options  how prices are planned
 * @param stock    that has to go, with what still comes
 * @param seenAt   the price that recent demand was seen at
 * @param pause    periods before the price may move
 * @param detail   how closely to look
 * @param seed     of the courses that are played
 */
record MarkdownBasis(
        MarkdownQuestion question,
        PricingOptions options,
        MarkdownCalendar calendar,
        PriceEconomics economics,
        ShrunkenElasticity elasticity,
        ChannelStock stock,
        MarkdownWorlds worlds,
        double seenAt,
        int pause,
        MarkdownDetail detail,
        long seed) {

    private static final double USUAL_LOWEST = 1.0 / 3;

    Money present() {
        return economics.price();
    }

    /** From the present price down to the lowest that may be asked, as a till can charge them. */
    List<Money> ladder() {
        var present = present();
        double lowest = question.wish().lowest().map(it -> it.ratioTo(present)).orElse(USUAL_LOWEST);
        var ladder = new TreeSet<Money>(Collections.reverseOrder());
        ladder.add(present);
        double rung = detail.rung(lowest);
        for (double share = 1 - rung; share > lowest; share -= rung) {
            ladder.add(present.times(share).rounded());
        }
        ladder.add(
                question.wish().lowest().orElseGet(() -> present.times(lowest).rounded()));
        ladder.removeIf(it -> !it.isPositive() || it.compareTo(present) > 0);
        return List.copyOf(ladder);
    }

    /** A ladder with one price more. */
    static List<Money> with(List<Money> ladder, Money price) {
        var all = new TreeSet<Money>(Collections.reverseOrder());
        all.addAll(ladder);
        all.add(price);
        return List.copyOf(all);
    }

    /** Units in one step of stock: large stocks are counted in steps, so that the program stays small. */
    int step() {
        return (int) Math.max(1, Math.ceil(supply() / detail.mostSteps()));
    }

    /** All units that can be sold. */
    double supply() {
        return Math.max(0, stock.start())
                + arrivals().stream().mapToDouble(it -> it).sum();
    }

    /** Units by period; what is owed from before is served first. */
    private List<Double> arrivals() {
        var byDay = stock.arrivals();
        var byPeriod = new ArrayList<Double>();
        double owed = Math.max(0, -stock.start());
        for (int period = 0; period < calendar.periods(); period++) {
            double units = 0;
            for (int day = calendar.from(period); day < calendar.from(period + 1); day++) {
                units += byDay[day];
            }
            double served = Math.min(owed, units);
            owed -= served;
            byPeriod.add(units - served);
        }
        return byPeriod;
    }

    /** The stock in steps. */
    int stockSteps() {
        return (int) Math.rint(Math.max(0, stock.start()) / step());
    }

    /** Arrivals in steps; what is too little for one waits for the next. */
    List<Integer> arrivalSteps() {
        var steps = new ArrayList<Integer>();
        double waiting = 0;
        for (double units : arrivals()) {
            waiting += units / step();
            int whole = (int) Math.floor(waiting + 1e-9);
            steps.add(whole);
            waiting -= whole;
        }
        return steps;
    }

    /** By how much the elasticity may be wrong at a price: more where nothing was ever seen. */
    double doubt(double price) {
        double beyond = Math.max(0, StrictMath.log(lowestSeen() / price));
        double reach = Math.max(.01, StrictMath.log1p(options.reach()));
        return elasticity.standardError() * (1 + Math.min(1, beyond / (2 * reach)));
    }

    /** The lowest price that demand was seen at; the present one where none is known. */
    double lowestSeen() {
        double lowest = elasticity.lowestPrice();
        double present = present().toDouble();
        return lowest > 0 ? Math.min(lowest, present) : present;
    }

    double holdingOfPeriod() {
        return economics.holdingOfDay(options.holdingRate()) * calendar.days();
    }

    /** What a unit that is sold at a price brings, since its cost is paid. */
    double worth(double price) {
        return economics.worth(price, PriceAim.REVENUE);
    }

    /** The price that brings so much, as shoppers see it. */
    double shown(double worth) {
        double present = present().toDouble();
        return (worth + economics.returns()) * present / economics.net().of(present);
    }

    double salvage() {
        return question.wish().salvage().map(Money::toDouble).orElse(0.0);
    }
}
