package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How long one question about one SKU takes as of a moment a year back, in a shop that has two years.
 *
 * <p>Usage: {@code java ... AsOf [SKUS] [QUESTIONS] [SPARSITY]}; 5,000 SKUs in 4 channels and 200,000 questions of each kind, after as many of
 * warm-up, unless given; {@code dense} makes the SKUs as busy as a stock code in all countries of the UCI Online Retail data. Each question is
 * put to a state as of another moment, so that nothing of it is worked out before. It fails where, as of the end of one day, the answers are not
 * those of a shop that never heard of anything later.
 */
public final class AsOf {

    private static final int CHANNELS = 4;
    private static final int BATCH = 4_096;
    private static final int YEAR = 365;
    private static final int CHECKED = 1_000;

    /** What may be asked of one SKU. */
    private enum Question {
        STOCK,
        AVAILABLE,
        SALES_OF_28_DAYS,
        SALES_OF_91_DAYS,
        PRICE,
        VARIANT,
        ORDER;

        Object ask(TwinState then, Subject about) {
            var channel = then.catalog().channels(about.sku());
            return switch (this) {
                case STOCK -> then.stock().total(about.sku());
                case AVAILABLE -> then.stock().availableAt(about.sku(), about.moment());
                case SALES_OF_28_DAYS -> sales(then, about, 28);
                case SALES_OF_91_DAYS -> sales(then, about, 91);
                case PRICE -> then.catalog().priceHistory(about.sku(), channel.get(0));
                case VARIANT -> then.catalog().variant(about.sku());
                case ORDER -> then.orders().find(about.order());
            };
        }

        private static List<String> sales(TwinState then, Subject about, int days) {
            var until = LocalDate.ofInstant(about.moment(), ZoneOffset.UTC);
            var sales = then.demand().sales(about.sku(), until.minusDays(days), until);
            return List.of(
                    Arrays.toString(sales.units()),
                    Arrays.toString(sales.revenue()),
                    Arrays.toString(sales.returned()),
                    Arrays.toString(sales.inStock()));
        }
    }

    private record Subject(Sku sku, OrderId order, Instant moment) {}

    private final TwoYears years;
    private final List<OrderId> orders = new ArrayList<>();
    private final Draw draw = Draws.of(7).keyed("as of", "", 0);

    private AsOf(TwoYears years) {
        this.years = years;
    }

    public static void main(String[] arguments) {
        int skus = Machine.argument(arguments, 0, 5_000);
        int questions = Machine.argument(arguments, 1, 200_000);
        boolean dense = arguments.length > 2 && arguments[2].equals("dense");
        Machine.print("%s", Machine.description());
        var deciles = dense ? SparseDays.STOCK_CODE : SparseDays.STOCK_CODE_IN_COUNTRY;
        run(TwoYears.of(3, MadeUpShop.of(skus, CHANNELS), deciles), questions);
    }

    /** Prints how long each kind of question takes; answers with the times of all. */
    static Latencies run(TwoYears years, int questions) {
        return new AsOf(years).answered(questions);
    }

    private Latencies answered(int questions) {
        var state = folded(it -> true);
        check(state);
        ask(state, questions);
        var all = ask(state, questions);
        var kinds = List.of(Question.values());
        for (int kind = 0; kind < kinds.size(); kind++) {
            var part = new Latencies(questions);
            for (int i = 0; i < questions; i++) {
                part.set(i, all.get(i * kinds.size() + kind));
            }
            Machine.print("%-18s %s", kinds.get(kind), part);
        }
        Machine.print("%-18s %s", "all", all);
        return all;
    }

    private ShopState folded(Predicate<TwinEvent> test) {
        var state = ShopState.empty(ZoneOffset.UTC, MadeUpShop.CURRENCY);
        for (var layer : List.of(years.catalog(), years.counts(), years.views(), years.ordersAndShipments())) {
            while (layer.hasNext()) {
                state = state.after(batch(layer, test)).state();
            }
        }
        return state;
    }

    private List<TwinEvent> batch(Iterator<TwinEvent> events, Predicate<TwinEvent> test) {
        var batch = new ArrayList<TwinEvent>();
        while (events.hasNext() && batch.size() < BATCH) {
            var event = events.next();
            if (test.test(event)) {
                batch.add(event);
            }
            if (event instanceof OrderPlaced placed) {
                orders.add(placed.order());
            }
        }
        return batch;
    }

    private void check(ShopState state) {
        var moment = TwoYears.FIRST
                .plusDays(TwoYears.DAYS - YEAR)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusNanos(1);
        var earlier = folded(it -> !it.header().occurredAt().isAfter(moment));
        var then = state.asOf(moment);
        for (int i = 0; i < CHECKED; i++) {
            var about = new Subject(sku(), order(), moment);
            for (var question : Question.values()) {
                Machine.mustHold(
                        question.ask(then, about).equals(question.ask(earlier, about)),
                        "as of " + moment + " " + about + " " + question + " is as if nothing later had happened");
            }
        }
    }

    private Latencies ask(ShopState state, int questions) {
        var kinds = Question.values();
        var latencies = new Latencies(questions * kinds.length);
        for (int i = 0; i < questions * kinds.length; i++) {
            var about = new Subject(sku(), order(), moment());
            long start = System.nanoTime();
            var answer = kinds[i % kinds.length].ask(state.asOf(about.moment()), about);
            latencies.set(i, System.nanoTime() - start);
            Machine.mustHold(answer.hashCode() != Integer.MIN_VALUE, "an answer is there");
        }
        return latencies;
    }

    private Sku sku() {
        return MadeUpShop.any(years.shop().skus(), draw);
    }

    private OrderId order() {
        return MadeUpShop.any(orders, draw);
    }

    /** Any second of the 28 days about a year before the end. */
    private Instant moment() {
        long seconds = draw.nextInt(28 * 86_400);
        return TwoYears.FIRST
                .plusDays(TwoYears.DAYS - YEAR - 14)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plusSeconds(seconds);
    }
}
