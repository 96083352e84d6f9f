package dev.storetwin.core;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.CountBasis;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.GoodsReceived;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.PurchaseOrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;

/** A small shop for tests: days count backwards from {@link #TODAY}, a Monday. */
public final class SampleShop {

    public static final LocalDate TODAY = LocalDate.of(2024, 7, 1);
    public static final Instant NOW = TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
    public static final Sku MUG = Sku.of("MUG-1");
    public static final Channel WEB = Channel.of("web");
    public static final NodeId MAIN = NodeId.of("main");

    private static final Source SOURCE = new Source("test");
    private static final Money ANY_PRICE = Money.of("1.00", "EUR");

    private final List<TwinEvent> events = new ArrayList<>();

    private SampleShop() {}

    public static SampleShop shop() {
        return new SampleShop();
    }

    /** The start of a day so many days ago. */
    public static Instant ago(int days) {
        return TODAY.minusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public SampleShop with(TwinEvent event) {
        events.add(event);
        return this;
    }

    /** One order a day, the last one yesterday. */
    public SampleShop sold(Sku sku, Channel channel, int days, IntToLongFunction unitsOfDay) {
        for (int day = 0; day < days; day++) {
            long units = unitsOfDay.applyAsLong(day);
            if (units > 0) {
                order(sku, channel, Quantity.of(units), ago(days - day).plus(Duration.ofHours(10)));
            }
        }
        return this;
    }

    public SampleShop order(Sku sku, Channel channel, Quantity quantity, Instant at) {
        var order = OrderId.of(sku + "/" + channel + "/" + at);
        return with(
                OrderPlaced.of(SOURCE, order, channel, at, OrderLine.of("1", sku, quantity, ANY_PRICE, TaxMode.NET)));
    }

    public SampleShop price(Sku sku, Channel channel, String price, Instant from) {
        return with(PriceChanged.of(SOURCE, sku, channel, Money.of(price, "EUR"), from));
    }

    public SampleShop price(Sku sku, Channel channel, Money price, TaxMode mode, Instant from) {
        var said = PriceChanged.of(SOURCE, sku, channel, price, from);
        return with(new PriceChanged(said.header(), sku, channel, price, Optional.empty(), mode));
    }

    public SampleShop cost(Sku sku, String cost) {
        return cost(sku, cost, ago(400));
    }

    public SampleShop cost(Sku sku, String cost, Instant from) {
        return with(CostChanged.of(SOURCE, sku, Money.of(cost, "EUR"), from));
    }

    public SampleShop category(Sku sku, String category) {
        return with(VariantUpserted.of(SOURCE, sku, sku.value(), category, ago(400)));
    }

    /** What is available this morning. */
    public SampleShop stock(Sku sku, NodeId node, long units) {
        return stock(sku, node, units, ago(0));
    }

    public SampleShop stock(Sku sku, NodeId node, long units, Instant at) {
        var header = EventHeader.of(SOURCE, EntityKind.STOCK, "count:" + sku + "@" + node + "@" + at, at);
        return with(new StockCounted(header, sku, node, StockKind.SELLABLE, CountBasis.AVAILABLE, Quantity.of(units)));
    }

    public SampleShop coming(Sku sku, NodeId node, long units, Optional<Instant> expectedAt) {
        var id = new PurchaseOrderId("po/" + sku + "/" + node + "/"
                + expectedAt.map(Instant::toString).orElse(""));
        return with(PurchaseOrderPlaced.of(SOURCE, id, sku, node, Quantity.of(units), ago(10), expectedAt));
    }

    public SampleShop terms(Sku sku, long minimum, long pack, int leadDays) {
        return with(SupplierTermsChanged.of(
                SOURCE,
                new SupplierId("acme"),
                sku,
                Quantity.of(minimum),
                Quantity.of(pack),
                Duration.ofDays(leadDays),
                ago(400)));
    }

    public SampleShop campaign(String name, Sku sku, Instant from, Instant until) {
        var header = EventHeader.of(SOURCE, EntityKind.PROMOTION, name, from);
        return with(new PromotionScheduled(
                header,
                new PromotionId(name),
                name,
                Set.of(sku),
                Set.of(),
                from,
                Optional.of(until),
                Optional.of(new BigDecimal("0.1"))));
    }

    /** Sent, and there so many days later. */
    public SampleShop delivered(Sku sku, NodeId node, int orderedAgo, int took) {
        var id = new PurchaseOrderId("past/" + sku + "/" + node + "/" + orderedAgo);
        with(PurchaseOrderPlaced.of(SOURCE, id, sku, node, Quantity.of(10), ago(orderedAgo), Optional.empty()));
        return with(GoodsReceived.of(
                SOURCE,
                Optional.of(id),
                sku,
                node,
                Quantity.of(10),
                ago(orderedAgo - took).plusSeconds(3_600)));
    }

    public List<TwinEvent> events() {
        return List.copyOf(events);
    }

    public TwinState state() {
        return ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(events)
                .state();
    }
}
