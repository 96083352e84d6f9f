package dev.storetwin.testing;

import dev.storetwin.core.random.Draws;
import dev.storetwin.event.ChannelDefined;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.inventory.Replenishment;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.testing.Article.Supply;
import dev.storetwin.testing.Purchasing.Purchase;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A shop in memory that a twin can act on: it has prices, shelves, suppliers and a clock of its own, carries actions out, and tells
 * everything that happens as events, its own writes included, as a platform would by webhook.
 *
 * <p>Two kinds: {@link #openedAt} starts with empty shelves and no shoppers, and a test fills it line by line; {@link
 * SyntheticShop#reopened} goes on where a synthetic history ended, with shoppers who answer to prices. Safe for any thread.
 */
public final class FakeShop implements ActionWriter {

    private static final String CURRENCY = "EUR";
    private static final Supply NEXT_WEEK = new Supply(SupplierId.of("supplier"), 1, 1, 7);

    private final ShopFloor floor;
    private final Draws draws;
    private final Webhooks webhooks;
    private final ShopLists lists;
    private final Currency currency;
    private final Trouble.Line troubles = new Trouble.Line();
    private final Map<DecisionId, Action> written = new LinkedHashMap<>();
    private final Map<Sku, Supply> supplies = new TreeMap<>();
    private final SortedSet<Channel> channels = new TreeSet<>();
    private final SortedSet<NodeId> nodes = new TreeSet<>();

    private FakeShop(long seed, Currency currency, Office office, ShopFloor floor) {
        this.draws = Draws.of(seed);
        this.currency = currency;
        this.webhooks = office.webhooks();
        this.floor = floor;
        this.lists = new ShopLists(office.records(), this::now);
    }

    /** Where what happens is filed, and told to the world. */
    private record Office(ShopRecords records, Webhooks webhooks) {

        static Office of(Draws draws) {
            return new Office(new ShopRecords(), new Webhooks(draws));
        }

        void write(TwinEvent event) {
            records.file(event, event.header().occurredAt());
            webhooks.send(event);
        }
    }

    /** An empty shop in Coordinated Universal Time that sells in euro. */
    public static FakeShop openedAt(Instant opening) {
        var currency = Currency.getInstance(CURRENCY);
        var office = Office.of(Draws.of(0));
        var floor = new ShopFloor(opening, ZoneOffset.UTC, currency, 0, ShopFloor.World.QUIET, office::write);
        return new FakeShop(0, currency, office, floor);
    }

    /** A synthetic shop after its history, with or without its own buyer. */
    static FakeShop continuing(SyntheticShop history, boolean withBuyer) {
        var office = Office.of(Draws.of(history.settings().seed()));
        var floor = history.floor(office::write);
        office.webhooks().mute(true);
        new Routine(history, floor, withBuyer).start();
        floor.agenda().advanceTo(history.end());
        office.webhooks().mute(false);
        var shop = new FakeShop(history.settings().seed(), history.currency(), office, floor);
        shop.channels.addAll(history.channels());
        shop.nodes.addAll(history.nodes());
        history.assortment().articles().forEach(it -> shop.supplies.put(it.sku(), it.supply()));
        return shop;
    }

    // Filling the shop. Each line tells its events.

    /** A SKU is on sale at a price. */
    public synchronized FakeShop sells(Sku sku, Channel channel, Money price) {
        describe(sku, "");
        if (channels.add(channel)) {
            var header = floor.log().header(EntityKind.CHANNEL, channel.value());
            floor.log().write(new ChannelDefined(header, channel, Optional.empty(), currency, TaxMode.NET));
        }
        floor.board().post(sku, channel, PriceTag.of(price));
        return this;
    }

    /** One unit costs the shop so much. */
    public synchronized FakeShop pays(Sku sku, Money cost) {
        floor.board().cost(sku, cost);
        return this;
    }

    /** So many units lie at a node, by count. */
    public synchronized FakeShop stocks(Sku sku, NodeId node, long units) {
        if (nodes.add(node)) {
            var header = floor.log().header(EntityKind.NODE, node.value());
            floor.log()
                    .write(new NodeChanged(
                            header, node, node.value(), NodeKind.WAREHOUSE, Optional.empty(), Optional.empty(), true));
        }
        floor.shelves().putBack(sku, node, units - floor.shelves().onHand(sku, node));
        floor.shelves().count(sku, node);
        return this;
    }

    /** What the supplier of a SKU asks; without it any number comes after a week. */
    public synchronized FakeShop buys(Sku sku, SupplierId supplier, long minimumOrder, long packSize, int leadDays) {
        supplies.put(sku, new Supply(supplier, minimumOrder, packSize, leadDays));
        floor.log()
                .write(SupplierTermsChanged.of(
                        ShopLog.SHOP,
                        supplier,
                        sku,
                        Quantity.of(minimumOrder),
                        Quantity.of(packSize),
                        Duration.ofDays(leadDays),
                        now()));
        return this;
    }

    /** A SKU belongs to a category. */
    public synchronized FakeShop describes(Sku sku, String category) {
        supplies.putIfAbsent(sku, NEXT_WEEK);
        floor.log().write(VariantUpserted.of(ShopLog.SHOP, sku, sku.value(), category, now()));
        return this;
    }

    /** A SKU is taken out of the catalog. What lies on the shelves stays there. */
    public synchronized FakeShop removes(Sku sku) {
        floor.log().write(new VariantRemoved(floor.log().header(EntityKind.VARIANT, sku.value()), sku));
        return this;
    }

    private void describe(Sku sku, String category) {
        if (!supplies.containsKey(sku)) {
            describes(sku, category);
        }
    }

    /** Somebody orders. Empty when nothing is on the shelf; fewer units when fewer are. */
    public synchronized Optional<OrderId> order(Sku sku, Channel channel, long units) {
        var basket = new Till.Basket(
                channel,
                Optional.empty(),
                Optional.empty(),
                List.copyOf(nodes),
                Optional.empty(),
                List.of(new Till.Wanted(sku, units)));
        return floor.sell(basket).map(Sale::order);
    }

    // Time.

    public synchronized Instant now() {
        return floor.agenda().now();
    }

    /** The shop's time, for a twin that should share it. */
    public Clock clock() {
        return new LivingClock(this::now, ZoneOffset.UTC);
    }

    /** Lets everything happen up to a moment: shoppers come, parcels leave, deliveries arrive. */
    public synchronized FakeShop advanceTo(Instant moment) {
        floor.agenda().advanceTo(moment);
        return this;
    }

    public FakeShop advance(Duration span) {
        return advanceTo(now().plus(span));
    }

    /** Everything that happened since the last call, as webhooks would bring it. */
    public List<TwinEvent> drain() {
        return webhooks.drain();
    }

    /** What the shop has on file, whether its webhooks came or not: a platform's lists, to reconcile a twin with. */
    public ShopLists lists() {
        return lists;
    }

    // Acting on the shop.

    @Override
    public boolean writes(Action action) {
        return action instanceof PriceChange || action instanceof Replenishment;
    }

    /** Takes some milliseconds of the shop's time. A key that was carried out before changes nothing more. */
    @Override
    public synchronized WriteResult write(Action action, DecisionId key) {
        advance(latency(key));
        var trouble = troubles.next();
        if (trouble.stage() == Trouble.Stage.BEFORE_THE_CHANGE) {
            return trouble.answer();
        }
        var answer = written.containsKey(key) ? new WriteResult.Written() : carryOut(action, key, trouble);
        return trouble.stage() == Trouble.Stage.AFTER_THE_CHANGE ? trouble.answer() : answer;
    }

    private Duration latency(DecisionId key) {
        return Duration.ofMillis(3 + draws.keyed("latency", key.value(), 0).nextInt(38));
    }

    private WriteResult carryOut(Action action, DecisionId key, Trouble trouble) {
        var refusal = refusal(action);
        if (refusal.isPresent()) {
            return new WriteResult.Failed(refusal.get(), false);
        }
        written.put(key, action);
        webhooks.mute(trouble.stage() == Trouble.Stage.IN_THE_WEBHOOK);
        if (action instanceof PriceChange change) {
            floor.board().post(change.sku(), change.channel(), PriceTag.of(change.to()));
        } else if (action instanceof Replenishment order) {
            floor.purchasing().place(purchase(order, key));
        }
        webhooks.mute(false);
        return new WriteResult.Written();
    }

    private Optional<String> refusal(Action action) {
        if (action instanceof PriceChange change) {
            var tag = floor.board().tag(change.sku(), change.channel());
            if (tag.isEmpty()) {
                return Optional.of("%s is not on sale in %s".formatted(change.sku(), change.channel()));
            }
            return change.to().currency().equals(currency)
                    ? Optional.empty()
                    : Optional.of("prices are in %s, not %s".formatted(currency, change.to()));
        }
        if (action instanceof Replenishment order) {
            return order.quantity().isWhole()
                    ? Optional.empty()
                    : Optional.of("%s is sold in whole units, not %s".formatted(order.sku(), order.quantity()));
        }
        return Optional.of("this shop cannot carry out: " + action.describe());
    }

    private Purchase purchase(Replenishment order, DecisionId key) {
        var supply = supplies.getOrDefault(order.sku(), NEXT_WEEK);
        long units = order.quantity().toBigDecimal().longValueExact();
        return new Purchase(
                PurchaseOrderId.of("PO-" + key),
                Optional.of(supply.supplier()),
                order.node(),
                now().plus(Duration.ofDays(supply.leadDays())),
                List.of(new Purchase.Line(order.sku(), units, floor.board().cost(order.sku()))));
    }

    // Troubles on demand.

    /** The next write fails and changes nothing. */
    public synchronized FakeShop failNext(String reason, boolean retryable) {
        troubles.add(Trouble.refused(reason, retryable));
        return this;
    }

    /** The next write is carried out, but its answer is lost: the caller sees a timeout. */
    public synchronized FakeShop loseNextAnswer() {
        troubles.add(Trouble.ANSWER_LOST);
        return this;
    }

    /** The next write is carried out and answered, but its webhook never comes. */
    public synchronized FakeShop loseNextEcho() {
        troubles.add(Trouble.ECHO_LOST);
        return this;
    }

    /** From now on every event comes twice. */
    public FakeShop repeatDeliveries() {
        webhooks.repeat();
        return this;
    }

    /** From now on events of one {@link #drain} come in any order. */
    public FakeShop shuffleDeliveries() {
        webhooks.shuffle();
        return this;
    }

    /** From now on this share of the events never comes. */
    public FakeShop loseDeliveries(double share) {
        webhooks.lose(share);
        return this;
    }

    // Looking behind the counter.

    public synchronized Optional<Money> price(Sku sku, Channel channel) {
        return floor.board().tag(sku, channel).map(PriceTag::price);
    }

    /** Sellable units that are physically there. */
    public synchronized long onHand(Sku sku, NodeId node) {
        return floor.shelves().onHand(sku, node);
    }

    public synchronized long onOrder(Sku sku, NodeId node) {
        return floor.shelves().onOrder(sku, node);
    }

    /** What was carried out, in order, each once. */
    public synchronized List<Action> written() {
        return new ArrayList<>(written.values());
    }

    /** What the shop has earned since it opened, its history included. */
    public synchronized Takings takings() {
        return floor.takings();
    }
}
