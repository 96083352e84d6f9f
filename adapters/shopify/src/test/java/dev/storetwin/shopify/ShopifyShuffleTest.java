package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.platform.ListReconciliation;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.ShopperEvent;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Source;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shopify's own sample bodies lead to one state, in whatever order they come, repeated, and lost and reconciled. */
@Tag("data")
class ShopifyShuffleTest {

    private static final int ORDERS = 100;
    private static final double REPEATED = .2;
    private static final double LOST = .1;

    private final List<TwinEvent> events = Samples.shared()
            .flatMap(it -> ShopifyTranslator.of(Samples.OPTIONS).translate(it.message()).stream())
            .toList();

    /** A shop that goes on from state to state. */
    private static final class Shop {
        private ShopState state = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));

        private List<Acceptance> take(List<TwinEvent> batch) {
            var change = state.after(batch);
            state = change.state();
            return change.answers();
        }
    }

    @Test
    void bodies_lead_to_one_state_in_any_order() {
        var told = new Shop();
        told.take(events);
        assertThat(events).hasSizeGreaterThan(100);

        for (int order = 1; order <= ORDERS; order++) {
            var chance = new Random(order);
            boolean losesSome = order % 2 == 0;
            var shop = new Shop();
            deliver(arrivals(chance, losesSome), chance, shop);
            if (losesSome) {
                reconcile(shop);
            }
            assertThat(shop.state.root()).as("order %d", order).isEqualTo(told.state.root());
        }
    }

    private List<TwinEvent> arrivals(Random chance, boolean losesSome) {
        var arrivals = new ArrayList<TwinEvent>();
        for (var event : events) {
            boolean isLost = losesSome && !(event instanceof ShopperEvent) && chance.nextDouble() < LOST;
            if (!isLost) {
                arrivals.addAll(Collections.nCopies(chance.nextDouble() < REPEATED ? 2 : 1, event));
            }
        }
        Collections.shuffle(arrivals, chance);
        return arrivals;
    }

    private static void deliver(List<TwinEvent> arrivals, Random chance, Shop shop) {
        for (int from = 0; from < arrivals.size(); ) {
            int until = Math.min(arrivals.size(), from + 1 + chance.nextInt(20));
            shop.take(arrivals.subList(from, until));
            from = until;
        }
    }

    private void reconcile(Shop shop) {
        var report = ListReconciliation.inMemory(
                        new OneList(events),
                        shop::take,
                        (kind, source) -> shop.state.things(kind, source),
                        ReconciliationPlan.USUAL,
                        Clock.fixed(Samples.RECEIVED_AT, ZoneOffset.UTC))
                .run();
        assertThat(report.isComplete()).isTrue();
    }

    /** Everything but visits on one page. */
    private record OneList(List<TwinEvent> events) implements Reconciler {

        @Override
        public Source source() {
            return Samples.OPTIONS.source();
        }

        @Override
        public List<Listing> listings() {
            return List.of(Listing.of(ResourceKind.ORDERS));
        }

        @Override
        public Pulled pull(Pull question) {
            return Pulled.Page.of(
                    events.stream().filter(it -> !(it instanceof ShopperEvent)).toList(), Optional.empty());
        }
    }
}
