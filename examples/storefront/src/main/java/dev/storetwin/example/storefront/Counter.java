package dev.storetwin.example.storefront;

import dev.storetwin.Twin;
import dev.storetwin.testing.FakeShop;
import dev.storetwin.testing.SyntheticShop;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Where shoppers look and buy, and where the twin hears of it. */
final class Counter {

    private final Twin twin;
    private final FakeShop platform;
    private final List<Sku> skus;
    private final Channel web;

    Counter(Twin twin, FakeShop platform, SyntheticShop history) {
        this.twin = twin;
        this.platform = platform;
        this.skus = history.skus();
        this.web = history.channels().get(0);
    }

    void serve(Map<String, Function<Request, Answer>> routes) {
        routes.put("GET /", request -> shop());
        routes.put("GET /price", request -> price(Sku.of(request.require("sku"))));
        routes.put("POST /orders", this::order);
    }

    private Answer shop() {
        var rows = new StringBuilder();
        skus.forEach(sku -> platform.price(sku, web).ifPresent(price -> rows.append(row(sku, price))));
        return Answer.page("Shop", Page.table("Product,Category,Price,In stock,,", rows));
    }

    private String row(Sku sku, Money price) {
        var variant = twin.state().catalog().variant(sku);
        var available = twin.state().stock().total(sku).availableToPromise();
        return Page.row(
                Page.escaped(variant.map(it -> it.name()).orElse(sku.value())) + " <small>" + Page.escaped(sku.value())
                        + "</small>",
                Page.escaped(variant.flatMap(it -> it.category()).orElse("")),
                Page.escaped(price.toString()),
                available.toString(),
                Page.button(Act.post("/orders", "Buy", Map.of("sku", sku.value()))),
                Page.button(Act.get(
                        "/recommendation", "Ask the twin", Map.of("sku", sku.value(), "channel", web.value()))));
    }

    private Answer price(Sku sku) {
        return platform.price(sku, web)
                .map(it -> Answer.text(200, "Price", it.toString()))
                .orElseGet(() -> Answer.text(404, "Price", "There is no %s in %s.".formatted(sku, web)));
    }

    private Answer order(Request request) {
        var sku = Sku.of(request.require("sku"));
        long units = units(request.field("units").orElse("1"));
        var order = platform.order(sku, web, units);
        listen(twin, platform);
        return order.map(it -> Answer.text(
                        201,
                        "Thank you",
                        "Order %s: %d of %s. The twin knows %d orders."
                                .formatted(it, units, sku, twin.state().orders().count())))
                .orElseGet(() -> Answer.text(409, "Sold out", "%s is sold out.".formatted(sku)));
    }

    private static long units(String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException(
                    "'%s' is no number of units from 1 to 999.\nMaybe leave it out: then it is 1.".formatted(text));
        }
        return Long.parseLong(text);
    }

    /** What a shop's webhooks do: tell the twin whatever happened. */
    static void listen(Twin twin, FakeShop platform) {
        platform.drain().forEach(twin::accept);
    }
}
