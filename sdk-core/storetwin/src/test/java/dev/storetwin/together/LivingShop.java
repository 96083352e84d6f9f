package dev.storetwin.together;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.StoreTwinBuilder;
import dev.storetwin.core.random.Draws;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.experiment.Exploration;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.testing.SettableClock;
import dev.storetwin.testing.SyntheticShop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A small shop whose twin is asked a question here and there while it lives. */
final class LivingShop {

    static final SyntheticShop SHOP = SyntheticShop.small(5);

    private final double prices;
    private final SettableClock clock = SettableClock.at(opening());

    /** @param prices share of questions that are about a price; the others are about an order */
    LivingShop(double prices) {
        this.prices = prices;
    }

    /** A rule that looks at changes of price. */
    static RuleSet rule(String name, String condition, String consequence) {
        return RuleSet.of(name + ".drl", """
                package rules

                import dev.storetwin.guardrail.*
                import dev.storetwin.pricing.PriceChange

                global Guard guard

                rule "%s"
                when
                    PriceChange($to : to, %s)
                then
                    %s;
                end
                """.formatted(name, condition, consequence));
    }

    private static Instant opening() {
        return SHOP.from().atStartOfDay(SHOP.zone()).toInstant();
    }

    StoreTwinBuilder twin() {
        return StoreTwin.builder()
                .zone(SHOP.zone())
                .currency(SHOP.currency())
                .clock(clock)
                .seed(7)
                .exploration(new Exploration(.3));
    }

    Instant now() {
        return clock.instant();
    }

    void startAnew() {
        clock.set(opening());
    }

    /** Loads the events at the moment at which the last of them was heard. */
    void tell(Twin twin, List<TwinEvent> part) {
        moveClock(part.get(part.size() - 1));
        twin.load(part.stream());
    }

    /** Hears of one event at its moment. */
    void tell(Twin twin, TwinEvent event) {
        moveClock(event);
        twin.accept(event);
    }

    private void moveClock(TwinEvent event) {
        var heard = event.header().receivedAt();
        if (heard.isAfter(now())) {
            clock.set(heard);
        }
    }

    /**
     * Asks so many questions from its first event to its last.
     *
     * @param halfWay what happens after half of them
     */
    List<Decision<?>> live(Twin twin, int questions, Runnable halfWay) {
        var events = SHOP.events().toList();
        int step = events.size() / questions;
        var decisions = new ArrayList<Decision<?>>();
        for (int from = 0; from < events.size(); from += step) {
            tell(twin, events.subList(from, Math.min(events.size(), from + step)));
            decisions.add(ask(twin, decisions.size()));
            if (decisions.size() == questions / 2) {
                halfWay.run();
            }
        }
        return decisions;
    }

    Decision<?> ask(Twin twin, int question) {
        var draw = Draws.of(3).keyed("question", "", question);
        var sku = SHOP.skus().get(draw.nextInt(SHOP.skus().size()));
        return draw.nextBoolean(prices)
                ? twin.pricing().recommend(sku, SHOP.channels().get(draw.nextInt(2)))
                : twin.inventory().recommend(sku, SHOP.nodes().get(draw.nextInt(2)));
    }
}
