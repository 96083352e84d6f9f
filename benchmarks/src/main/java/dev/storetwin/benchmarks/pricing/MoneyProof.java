package dev.storetwin.benchmarks.pricing;

import dev.storetwin.benchmarks.pricing.MoneyShop.Thing;
import dev.storetwin.pricing.MarkdownWish;
import dev.storetwin.pricing.PriceChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What prices by a twin earn in shops of which the truth is known, and the twin knows the past only: week after week it is asked, its price is set, the
 * shop sells, and it hears what was sold. Beside it the same shop with the same luck keeps its price, or is marked down by a fifth every four weeks.
 *
 * <p>Usage: {@code java ... MoneyProof all|ladder|markdown [SHOPS] [WORLD]}; 20 shops of each of four worlds unless given. Prints a table; with
 * {@code shops} for a last word also what each shop earned, and with {@code from=N} shops from that number on: who changes prices looks at shops from
 * 100 on, so that the first twenty stay a proof. Shops are played side by side; one takes some seconds of processor time.
 *
 * <p>A markdown is also held against the best prices of who knows how demand answers ({@link MoneyOracle}), which tells what there is to earn.
 */
public final class MoneyProof {

    private static final int WEEK = 7;
    private static final int START = MoneyShop.HISTORY_WEEKS * WEEK;
    private static final double SALVAGE = .15;
    private static final int CADENCE_WEEKS = 4;
    private static final double CADENCE_CUT = .2;
    private static final int MOVES = 2;
    private static final String CADENCE = "a fifth off every four weeks";
    private static final long SEED = 20_261_128;
    private static final int THINGS = 6;
    private static final String FROM = "from=";

    /** The twin, keeping, the cadence, and who knows. */
    private static final int WAYS = 4;

    private static final List<MoneyWorld> WORLDS = List.of(
            new MoneyWorld(MoneyWorld.Form.CONSTANT_ELASTICITY, 0),
            new MoneyWorld(MoneyWorld.Form.STRAIGHT_LINE, 0),
            new MoneyWorld(MoneyWorld.Form.SATURATING, 0),
            new MoneyWorld(MoneyWorld.Form.CONSTANT_ELASTICITY, .3));

    private MoneyProof() {}

    /** What is compared. */
    enum Kind {
        LADDER {
            @Override
            double[] earned(MoneyShop shop) {
                return ladder(shop);
            }
        },
        MARKDOWN {
            @Override
            double[] earned(MoneyShop shop) {
                return markdown(shop);
            }
        };

        /** By shop, what each way earned, the twin's first; of a markdown then the shares that were sold. */
        abstract double[] earned(MoneyShop shop);
    }

    /** All shops of one kind and world. */
    private record Cell(Kind kind, MoneyWorld world) {}

    private record Played(Cell cell, int shop, double[] earned) {}

    public static void main(String[] arguments) {
        var words = new ArrayList<>(List.of(arguments));
        boolean each = words.remove("shops");
        int first = first(words);
        var kinds = words.get(0).equals("all")
                ? List.of(Kind.values())
                : List.of(Kind.valueOf(words.get(0).toUpperCase(Locale.ROOT)));
        int shops = words.size() > 1 ? Integer.parseInt(words.get(1)) : 20;
        var worlds = words.size() > 2 ? List.of(WORLDS.get(Integer.parseInt(words.get(2)))) : WORLDS;
        var cells = kinds.stream()
                .flatMap(kind -> worlds.stream().map(world -> new Cell(kind, world)))
                .toList();
        var played = IntStream.range(0, cells.size() * shops)
                .parallel()
                .mapToObj(it -> play(cells.get(it / shops), first + it % shops))
                .toList();
        if (each) {
            played.forEach(MoneyProof::print);
        }
        System.out.println("| world | prices | against | gain % +- error (95 %) | less in | sold % |");
        System.out.println("|---|---|---|---|---|---|");
        cells.forEach(cell -> print(
                cell,
                played.stream()
                        .filter(it -> it.cell().equals(cell))
                        .map(Played::earned)
                        .toList()));
    }

    /** The number of the first shop, which is taken out of the words. */
    private static int first(List<String> words) {
        var from = words.stream().filter(it -> it.startsWith(FROM)).findFirst();
        from.ifPresent(words::remove);
        return from.map(it -> Integer.parseInt(it.substring(FROM.length()))).orElse(0);
    }

    private static Played play(Cell cell, int shop) {
        return new Played(cell, shop, cell.kind().earned(new MoneyShop(cell.world(), shop, THINGS, SEED)));
    }

    private static void print(Played played) {
        System.out.printf(
                Locale.ROOT,
                "%s %s %.1f shop %d: %s%n",
                played.cell().kind(),
                played.cell().world().form(),
                played.cell().world().follow(),
                played.shop(),
                Arrays.stream(played.earned())
                        .mapToObj(it -> String.format(Locale.ROOT, "%.2f", it))
                        .collect(Collectors.joining(" ")));
    }

    private static void print(Cell cell, List<double[]> earned) {
        boolean ladder = cell.kind() == Kind.LADDER;
        line(
                cell,
                ladder ? "recommended, margin" : "marked down, value",
                "kept",
                earned,
                0,
                1,
                ladder ? "" : sold(earned, 0, 1));
        if (!ladder) {
            line(cell, "marked down, value", CADENCE, earned, 0, 2, sold(earned, 0, 2));
            line(cell, "who knows demand, value", CADENCE, earned, 3, 2, sold(earned, 3, 2));
            System.out.printf(
                    "| %s | marked down, share of what there is to earn | %s | %s | | |%n",
                    cell.world().inWords(),
                    CADENCE,
                    PairedGains.share(earned.stream()
                            .map(it -> new double[] {it[0] - it[2], it[3] - it[2]})
                            .toList()));
        }
    }

    private static String sold(List<double[]> earned, int one, int other) {
        return String.format(
                Locale.ROOT, "%.0f, %.0f", 100 * mean(earned, WAYS + one), 100 * mean(earned, WAYS + other));
    }

    private static void line(
            Cell cell, String prices, String against, List<double[]> earned, int one, int other, String sold) {
        var gains = PairedGains.of(
                earned.stream().map(it -> new double[] {it[one], it[other]}).toList());
        System.out.printf(
                "| %s | %s | %s | %s | %s |%n", cell.world().inWords(), prices, against, gains.inCells(), sold);
    }

    private static double mean(List<double[]> earned, int column) {
        return earned.stream().mapToDouble(it -> it[column]).average().orElseThrow();
    }

    /** Margin by the twin's weekly prices, and by the price of the first day. */
    static double[] ladder(MoneyShop shop) {
        var earned = new double[2];
        try (var twin = new MoneyTwin(shop)) {
            var prices =
                    new ArrayList<>(shop.things().stream().map(Thing::lastPrice).toList());
            for (int week = 0; week < MoneyShop.PLAYED_WEEKS; week++) {
                twin.monday(week);
                for (var thing : shop.things()) {
                    var decision = twin.twin().pricing().recommend(MoneyTwin.sku(thing), MoneyTwin.WEB);
                    set(twin, thing, decision.action(), prices);
                }
                twin.sunday(week);
                for (var thing : shop.things()) {
                    for (int day = START + week * WEEK; day < START + (week + 1) * WEEK; day++) {
                        double price = prices.get(thing.number());
                        int units = shop.wanted(thing, day, price);
                        twin.sold(thing, day, units, price);
                        earned[0] += units * (price - thing.cost());
                        earned[1] += shop.wanted(thing, day, thing.lastPrice()) * (thing.lastPrice() - thing.cost());
                    }
                }
            }
        }
        return earned;
    }

    private static void set(MoneyTwin twin, Thing thing, Optional<PriceChange> change, List<Double> prices) {
        change.ifPresent(it -> {
            prices.set(thing.number(), it.to().toDouble());
            twin.priced(thing, it.to().toDouble());
        });
    }

    /** Revenue and salvage by the twin, by keeping, by the cadence, by who knows demand; then the shares that were sold, in the same order. */
    static double[] markdown(MoneyShop shop) {
        var course = new Course(shop);
        try (var twin = new MoneyTwin(shop)) {
            shop.things().forEach(it -> twin.counted(it, shop.stock(it)));
            for (int week = 0; week < MoneyShop.PLAYED_WEEKS; week++) {
                twin.monday(week);
                for (var thing : course.open()) {
                    var wish = MarkdownWish.until(MoneyTwin.date(MoneyShop.PLAYED_WEEKS))
                            .withSalvage(MoneyTwin.money(SALVAGE * thing.lastPrice()))
                            .withMostMoves(course.movesLeft[thing.number()]);
                    var plan = twin.twin().pricing().markdown(MoneyTwin.sku(thing), MoneyTwin.WEB, wish);
                    course.movesLeft[thing.number()] -= plan.decision().action().isPresent() ? 1 : 0;
                    set(twin, thing, plan.decision().action(), course.prices);
                }
                twin.sunday(week);
                course.sell(week, twin);
            }
        }
        return course.earned();
    }

    /** The same season once for each way. */
    private static final class Course {

        private final MoneyShop shop;
        private final List<Double> prices;
        private final int[] movesLeft;
        private final double[][] left;
        private final double[] earned = new double[WAYS];
        private final List<MoneyOracle> oracles;

        Course(MoneyShop shop) {
            this.shop = shop;
            this.prices =
                    new ArrayList<>(shop.things().stream().map(Thing::lastPrice).toList());
            this.movesLeft = shop.things().stream().mapToInt(it -> MOVES).toArray();
            this.oracles = shop.things().stream()
                    .map(it -> new MoneyOracle(shop, it, SALVAGE * it.lastPrice(), MOVES))
                    .toList();
            this.left = new double[WAYS][];
            for (int way = 0; way < left.length; way++) {
                left[way] = shop.things().stream().mapToDouble(shop::stock).toArray();
            }
        }

        /** Whose price may still move: the others keep theirs, so nobody is asked. */
        List<Thing> open() {
            return shop.things().stream()
                    .filter(it -> movesLeft[it.number()] > 0)
                    .toList();
        }

        void sell(int week, MoneyTwin twin) {
            for (var thing : shop.things()) {
                double cadence = MoneyShop.cents(
                        thing.lastPrice() * StrictMath.pow(1 - CADENCE_CUT, Math.min(MOVES, week / CADENCE_WEEKS)));
                double known = oracles.get(thing.number()).price(left[3][thing.number()]);
                for (int day = START + week * WEEK; day < START + (week + 1) * WEEK; day++) {
                    twin.sold(thing, day, sell(0, thing, day, prices.get(thing.number())), prices.get(thing.number()));
                    sell(1, thing, day, thing.lastPrice());
                    sell(2, thing, day, cadence);
                    sell(3, thing, day, known);
                }
            }
        }

        private int sell(int way, Thing thing, int day, double price) {
            int units = (int) Math.min(left[way][thing.number()], shop.wanted(thing, day, price));
            left[way][thing.number()] -= units;
            earned[way] += units * price;
            return units;
        }

        double[] earned() {
            var all = new double[2 * WAYS];
            double stock = shop.things().stream().mapToDouble(shop::stock).sum();
            for (int way = 0; way < left.length; way++) {
                double unsold = 0;
                all[way] = earned[way];
                for (var thing : shop.things()) {
                    all[way] += left[way][thing.number()] * SALVAGE * thing.lastPrice();
                    unsold += left[way][thing.number()];
                }
                all[WAYS + way] = 1 - unsold / stock;
            }
            return all;
        }
    }
}
