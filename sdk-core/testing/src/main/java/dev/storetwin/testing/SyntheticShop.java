package dev.storetwin.testing;

import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An invented shop with a history, for tests and for trying things out. The same settings give the same events, byte for byte.
 *
 * <p>Its shoppers have a known appetite for every SKU: season, trend, weekday and a constant price elasticity, with the chance of real
 * counts. They buy what is on the shelf; what is not is lost. The events tell only what a real shop would see; {@link #truth()} tells the
 * rest, so that a forecast or an elasticity can be judged.
 */
public final class SyntheticShop {

    private static final double CANCELLED = .02;

    private final ShopSettings settings;
    private final Assortment assortment;
    private final MerchantPlan plan;
    private final DemandModel demand;
    private final Shoppers shoppers;

    private SyntheticShop(ShopSettings settings) {
        this.settings = settings;
        this.assortment = new Assortment(settings);
        this.plan = new MerchantPlan(settings, assortment);
        this.demand = new DemandModel(settings, plan);
        this.shoppers = new Shoppers(settings, assortment, demand);
    }

    /** 200 SKUs, three channels, three nodes, one year. */
    public static SyntheticShop of(long seed) {
        return builder().seed(seed).build();
    }

    /** Twelve SKUs, two channels, two nodes, 120 days: fast enough for any test. */
    public static SyntheticShop small(long seed) {
        return builder()
                .seed(seed)
                .skus(12)
                .channels(2)
                .nodes(2)
                .days(120)
                .ordersPerDay(15)
                .build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The whole history in order of time. Each call begins anew, and days are made while they are read, so that a long history needs
     * little memory.
     */
    public Stream<TwinEvent> events() {
        var order = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new History(), order), false);
    }

    public ShopTruth truth() {
        return new ShopTruth(this);
    }

    /**
     * The same shop at the end of its history, live: shoppers go on coming, and prices and orders can be written to it.
     * Its own buyer has left: what nobody writes does not come.
     */
    public FakeShop reopened() {
        return FakeShop.continuing(this, false);
    }

    /** The same with its own buyer at work, as something to compare a twin with. */
    public FakeShop reopenedWithItsBuyer() {
        return FakeShop.continuing(this, true);
    }

    public List<Sku> skus() {
        return assortment.articles().stream().map(Article::sku).toList();
    }

    public List<Channel> channels() {
        return assortment.outlets().stream().map(Outlet::channel).toList();
    }

    public List<NodeId> nodes() {
        return assortment.depots().stream().map(Depot::node).toList();
    }

    /** The first day of the history. */
    public LocalDate from() {
        return settings.from();
    }

    /** The first day after the history. */
    public LocalDate until() {
        return settings.until();
    }

    /** The first moment after the history. */
    public Instant end() {
        return settings.end();
    }

    public ZoneId zone() {
        return settings.zone();
    }

    public Currency currency() {
        return settings.currency();
    }

    ShopSettings settings() {
        return settings;
    }

    Assortment assortment() {
        return assortment;
    }

    MerchantPlan plan() {
        return plan;
    }

    DemandModel demand() {
        return demand;
    }

    Shoppers shoppers() {
        return shoppers;
    }

    /** A floor on its first morning, before anything has happened. */
    ShopFloor floor(Consumer<TwinEvent> reader) {
        var world = new ShopFloor.World(new RealSuppliers(settings), CANCELLED, this::returnRate);
        return new ShopFloor(settings.opening(), settings.zone(), settings.currency(), settings.seed(), world, reader);
    }

    private double returnRate(Sku sku) {
        return assortment.article(sku).map(it -> it.wares().returnRate()).orElse(0.0);
    }

    /** Plays the history day by day. */
    private final class History implements Iterator<TwinEvent> {

        private final Queue<TwinEvent> told = new ArrayDeque<>();
        private final ShopFloor floor = floor(told::add);
        private LocalDate next = settings.from();

        History() {
            new Routine(SyntheticShop.this, floor, false).start();
        }

        @Override
        public boolean hasNext() {
            while (told.isEmpty() && next.isBefore(settings.until())) {
                next = next.plusDays(1);
                var midnight = next.atStartOfDay(settings.zone()).toInstant();
                floor.agenda().advanceTo(midnight.minusNanos(1));
            }
            return !told.isEmpty();
        }

        @Override
        public TwinEvent next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The history of the shop ends before " + settings.until() + ".");
            }
            return told.remove();
        }
    }

    /** What can be said about a shop before it opens; what is not said is as in {@link #of(long)}. */
    public static final class Builder {

        private long seed = ShopSettings.DEFAULT.seed();
        private int skus = ShopSettings.DEFAULT.skus();
        private int channels = ShopSettings.DEFAULT.channels();
        private int nodes = ShopSettings.DEFAULT.nodes();
        private LocalDate from = ShopSettings.DEFAULT.from();
        private int days = ShopSettings.DEFAULT.days();
        private double ordersPerDay = ShopSettings.DEFAULT.ordersPerDay();
        private ZoneId zone = ShopSettings.DEFAULT.zone();

        private Builder() {}

        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        public Builder skus(int count) {
            this.skus = count;
            return this;
        }

        /** A web shop, a marketplace, a store; after three they repeat. */
        public Builder channels(int count) {
            this.channels = count;
            return this;
        }

        /** A central warehouse, a second one, a store; after three come more warehouses. */
        public Builder nodes(int count) {
            this.nodes = count;
            return this;
        }

        /** The first day of the history. */
        public Builder from(LocalDate day) {
            this.from = day;
            return this;
        }

        /** How many days the history has. */
        public Builder days(int count) {
            this.days = count;
            return this;
        }

        /** About how many orders come in on an average day. */
        public Builder ordersPerDay(double count) {
            this.ordersPerDay = count;
            return this;
        }

        public Builder zone(ZoneId value) {
            this.zone = value;
            return this;
        }

        public SyntheticShop build() {
            return new SyntheticShop(new ShopSettings(seed, skus, channels, nodes, from, days, ordersPerDay, zone));
        }
    }
}
