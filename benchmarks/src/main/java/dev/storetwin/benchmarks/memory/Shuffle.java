package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.platform.ListReconciliation;
import dev.storetwin.core.random.Draws;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Whether events lead to the same state in whatever order they come, repeated, and lost and reconciled.
 *
 * <p>Usage: {@code java ... Shuffle [EVENTS] [ORDERS]}; 1,000,000 events of the fixed mix, with what follows from them, in 100 orders unless
 * given. Fails at the first order that leads elsewhere, and prints where they differ.
 */
public final class Shuffle {

    private static final int ALL_PAGES = 10_000_000;
    private static final int EVENTS_PER_SKU = 50;
    private static final int CHANNELS = 4;
    private static final int MOST_AT_ONCE = 4_096;
    private static final int DIFFERENCES = 10;

    /** So many orders are compared by their views too, line by line. */
    private static final int LOOKED_AT = 4;

    private static final Duration SPAN = Duration.ofDays(90);

    private final MadeUpShop shop;
    private final List<TwinEvent> events;
    private final List<EncodedEvent> encoded;
    private final List<OrderId> placed;
    private final Arrivals arrivals;
    private final Instant end;

    private Shuffle(long seed, int count) {
        this.shop = MadeUpShop.of(Math.max(10, count / EVENTS_PER_SKU), CHANNELS);
        this.end = EventMix.START.plus(SPAN).plus(Duration.ofDays(15));
        var step = Duration.ofSeconds(Math.max(1, SPAN.toSeconds() / count));
        var mix = EventMix.of(seed, shop, step);
        this.events = told(mix, new Aftermath(seed, shop), count);
        this.encoded = events.stream().map(EventCodec.PLAIN::encode).toList();
        this.placed = events.stream()
                .filter(OrderPlaced.class::isInstance)
                .map(it -> ((OrderPlaced) it).order())
                .distinct()
                .toList();
        this.arrivals = new Arrivals(seed, events.size());
    }

    private static List<TwinEvent> told(EventMix mix, Aftermath aftermath, int count) {
        var events = new ArrayList<TwinEvent>();
        mix.opening().forEachRemaining(it -> tell(it, aftermath, events));
        mix.stream(0, count).forEachRemaining(it -> tell(it, aftermath, events));
        return List.copyOf(events);
    }

    private static void tell(TwinEvent event, Aftermath aftermath, List<TwinEvent> events) {
        events.add(event);
        events.addAll(aftermath.of(event));
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int events = Machine.argument(arguments, 0, 1_000_000);
        int orders = Machine.argument(arguments, 1, 100);
        Machine.print("%s", Machine.description());
        var started = System.nanoTime();
        var root = sameRoot(1, events, orders);
        Machine.print(
                "%,d events in %d orders: one state, %s (%,.0f s)",
                events, orders, root, (System.nanoTime() - started) / 1e9);
    }

    /**
     * Takes the events in so many orders, several at a time.
     *
     * @return the fingerprint of what all of them lead to
     * @throws IllegalStateException when one leads elsewhere
     */
    static Fingerprint sameRoot(long seed, int events, int orders) throws InterruptedException, ExecutionException {
        var shuffle = new Shuffle(seed, events);
        Machine.print("%,d events and what follows: %,d in all", events, shuffle.events.size());
        var expected = shuffle.taken(0);
        var root = expected.root();
        var number = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                task -> new Thread(task, "storetwin-shuffle-" + number.incrementAndGet()));
        try {
            var answers = IntStream.range(1, orders)
                    .mapToObj(order -> threads.submit(() -> shuffle.check(order, expected, root)))
                    .toList();
            for (Future<?> answer : answers) {
                answer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return root;
    }

    private void check(int order, ShopState expected, Fingerprint root) {
        var state = taken(order);
        boolean isSame = state.root().equals(root);
        if (!isSame || order <= LOOKED_AT) {
            var differences = differences(outlook(expected), outlook(state));
            Machine.mustHold(
                    isSame && differences.isEmpty(),
                    "order %d (%s%s) leads to the same state%s\n%s"
                            .formatted(
                                    order,
                                    Arrivals.isWhole(order) ? "shuffled" : "delayed",
                                    Arrivals.losesSome(order) ? ", with losses" : "",
                                    isSame ? ", by its views" : "",
                                    differences));
        }
    }

    private static String differences(Outlook expected, Outlook found) {
        var texts = new ArrayList<String>();
        var other = found.lines().iterator();
        for (var it = expected.lines().iterator(); it.hasNext() && texts.size() < DIFFERENCES; ) {
            var one = it.next();
            var two = other.hasNext() ? other.next() : "nothing";
            if (!one.equals(two)) {
                texts.add("  expected " + one + "\n  but was  " + two);
            }
        }
        return String.join("\n", texts);
    }

    private Outlook outlook(ShopState state) {
        var from = EventMix.START.atZone(ZoneOffset.UTC).toLocalDate().minusDays(2);
        return new Outlook(state, shop, placed, from, end.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** The state after all events in one order of arrival, in batches of any size. */
    private ShopState taken(int order) {
        var place = new Holder(ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY));
        var draw = Draws.of(order).keyed("batch", "", order);
        var batch = new ArrayList<EncodedEvent>();
        int size = 1 + draw.nextInt(MOST_AT_ONCE);
        for (int position : arrivals.order(order)) {
            int event = position % events.size();
            if (!isLost(order, event)) {
                batch.add(position < events.size() ? encoded.get(event) : again(events.get(event)));
            }
            if (batch.size() == size) {
                place.takeEncoded(batch);
                batch = new ArrayList<>();
                size = 1 + draw.nextInt(MOST_AT_ONCE);
            }
        }
        place.takeEncoded(batch);
        if (Arrivals.losesSome(order)) {
            reconcile(place);
        }
        return place.state;
    }

    private boolean isLost(int order, int event) {
        return MixLists.isListed(events.get(event)) && arrivals.isLost(order, event);
    }

    /** As it comes a second time: the same event, heard later where it is of a frequent kind. */
    private static EncodedEvent again(TwinEvent event) {
        return EventCodec.PLAIN.encode(heardLater(event));
    }

    private static TwinEvent heardLater(TwinEvent event) {
        var header = event.header().withReceivedAt(event.header().receivedAt().plusSeconds(30));
        if (event instanceof ProductViewed view) {
            return new ProductViewed(header, view.visit(), view.sku());
        }
        if (event instanceof StockCounted count) {
            return new StockCounted(header, count.sku(), count.node(), count.kind(), count.basis(), count.quantity());
        }
        return event instanceof PriceChanged price
                ? new PriceChanged(
                        header, price.sku(), price.channel(), price.price(), price.compareAt(), price.taxMode())
                : event;
    }

    private void reconcile(Holder place) {
        var report = ListReconciliation.inMemory(
                        new MixLists(events),
                        place::take,
                        (kind, source) -> place.state.things(kind, source),
                        ReconciliationPlan.USUAL.withPagesPerRun(ALL_PAGES),
                        Clock.fixed(end, ZoneOffset.UTC))
                .runWhole();
        Machine.mustHold(report.isComplete(), "a reconciliation reads every list to its end");
        Machine.mustHold(report.sum(it -> it.accepted()) > 0, "reconciliation finds what was lost");
    }

    /** A shop that goes on from state to state. */
    private static final class Holder {

        private ShopState state;

        private Holder(ShopState state) {
            this.state = state;
        }

        private void takeEncoded(List<EncodedEvent> batch) {
            state = state.after(batch).state();
        }

        private List<Acceptance> take(List<TwinEvent> batch) {
            var change = state.after(batch);
            state = change.state();
            return change.answers();
        }
    }
}
