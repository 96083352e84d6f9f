package dev.storetwin.csv;

import dev.storetwin.event.CostChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.SupplierTermsChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.SupplierId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of products: {@code sku,name,category,currency,cost,price,pack,min_order,lead_time_days,supplier}. Only the SKU is needed; what is empty is
 * unknown. Unlike order lines, one bad cell refuses the file: a product that is left out would be decided about without its cost.
 */
public final class ProductFile {

    /** Stands for the supplier of a line that has terms but names nobody. */
    private static final SupplierId UNNAMED = SupplierId.of("unnamed");

    private static final long LONGEST_LEAD_TIME = 3_650;

    /** One line of the file. */
    private record Product(
            Sku sku,
            Optional<String> name,
            Optional<String> category,
            Optional<Money> cost,
            Optional<Money> price,
            Optional<Quantity> pack,
            Optional<Quantity> minimumOrder,
            Optional<Duration> leadTime,
            Optional<SupplierId> supplier) {

        boolean hasTerms() {
            return supplier.isPresent() || pack.isPresent() || minimumOrder.isPresent() || leadTime.isPresent();
        }
    }

    private final List<Product> products;
    private final Optional<Currency> currency;

    private ProductFile(List<Product> products, Optional<Currency> currency) {
        this.products = List.copyOf(products);
        this.currency = currency;
    }

    /**
     * Reads a whole file.
     *
     * @param fallback the currency of lines that name none
     * @throws CsvProblem with file, line and column of the first cell that cannot be used
     */
    public static ProductFile read(Path file, Optional<Currency> fallback) {
        try (var table = CsvTable.open(file)) {
            return new Reader(table, fallback).read();
        }
    }

    /** The one currency of all costs and prices; empty when the file has none of them. */
    public Optional<Currency> currency() {
        return currency;
    }

    /** The SKUs in order of the file. */
    public List<Sku> skus() {
        return products.stream().map(Product::sku).toList();
    }

    /**
     * The file as what is true from a moment on.
     *
     * @param channels of each SKU that was sold; the price stands in all of them
     * @param elsewhere the channels of SKUs that were never sold
     */
    public Stream<TwinEvent> events(
            Source source, Instant moment, Map<Sku, List<Channel>> channels, List<Channel> elsewhere) {
        return products.stream().flatMap(it -> events(it, source, moment, channels.getOrDefault(it.sku(), elsewhere)));
    }

    private static Stream<TwinEvent> events(Product product, Source source, Instant moment, List<Channel> channels) {
        var events = new ArrayList<TwinEvent>();
        var variant = VariantUpserted.of(
                source,
                product.sku(),
                product.name().orElse(product.sku().value()),
                product.category().orElse(""),
                moment);
        events.add(product.supplier().map(variant::from).orElse(variant));
        product.cost().ifPresent(it -> events.add(CostChanged.of(source, product.sku(), it, moment)));
        product.price()
                .ifPresent(price -> channels.forEach(
                        channel -> events.add(PriceChanged.of(source, product.sku(), channel, price, moment))));
        if (product.hasTerms()) {
            events.add(terms(product, source, moment));
        }
        return events.stream();
    }

    private static SupplierTermsChanged terms(Product product, Source source, Instant moment) {
        return new SupplierTermsChanged(
                EventHeader.of(source, EntityKind.SUPPLIER_TERMS, product.sku().value(), moment),
                product.supplier().orElse(UNNAMED),
                product.sku(),
                product.minimumOrder(),
                product.pack(),
                product.leadTime());
    }

    /** Reads lines and remembers what they must agree on. */
    private static final class Reader {

        private final CsvTable table;
        private final Optional<Currency> fallback;
        private final Column sku;
        private final List<Product> products = new ArrayList<>();
        private final Map<Sku, Long> lines = new HashMap<>();
        private Optional<Currency> used = Optional.empty();

        Reader(CsvTable table, Optional<Currency> fallback) {
            this.table = table;
            this.fallback = fallback;
            this.sku = table.require("sku");
        }

        ProductFile read() {
            table.forEach(row -> products.add(product(row)));
            return new ProductFile(products, used);
        }

        private Product product(CsvRow row) {
            return new Product(
                    sku(row),
                    row.find(table.find("name")),
                    row.find(table.find("category")),
                    money(row, "cost", false),
                    money(row, "price", true),
                    positive(row, "pack"),
                    positive(row, "min_order"),
                    leadTime(row),
                    row.findName(table.find("supplier"), SupplierId::of));
        }

        private Sku sku(CsvRow row) {
            var found = row.name(sku, Sku::of);
            var first = lines.putIfAbsent(found, row.line());
            if (first != null) {
                throw row.problem(
                        sku,
                        "%s stands in line %d already, expected each SKU once.".formatted(found, first),
                        "the file has one line per supplier or channel: keep the one that counts.");
            }
            return found;
        }

        private Optional<Money> money(CsvRow row, String name, boolean aboveZero) {
            return table.find(name).flatMap(column -> row.findDecimal(Optional.of(column))
                    .map(amount -> money(row, column, amount, aboveZero)));
        }

        private Money money(CsvRow row, Column column, BigDecimal amount, boolean aboveZero) {
            if (amount.signum() < 0 || (aboveZero && amount.signum() == 0)) {
                throw row.problem(
                        column,
                        "expected an amount %s zero, found %s."
                                .formatted(aboveZero ? "above" : "not below", amount.toPlainString()),
                        "it is not known: leave it empty.");
            }
            try {
                return new Money(amount, currency(row, column));
            } catch (CsvProblem problem) {
                throw problem;
            } catch (IllegalArgumentException tooLong) {
                throw row.problem(column, "the amount has too many digits.", "an identifier stands there.");
            }
        }

        private Currency currency(CsvRow row, Column amount) {
            var column = table.find("currency");
            var code = row.find(column);
            var found = code.isPresent()
                    ? currency(row, column.orElseThrow(), code.get())
                    : fallback.orElseThrow(() -> row.problem(
                            amount, "its currency is not known.", "add a column currency, or --currency GBP."));
            if (used.isPresent() && !used.get().equals(found)) {
                throw row.problem(
                        column.orElse(amount),
                        "expected %s as before, found %s.".formatted(used.get(), found),
                        "plan each currency on its own.");
            }
            used = Optional.of(found);
            return found;
        }

        private static Currency currency(CsvRow row, Column column, String code) {
            try {
                return Currency.getInstance(code);
            } catch (IllegalArgumentException unknown) {
                throw row.problem(
                        column,
                        "expected a currency code such as GBP, found %s.".formatted(CsvProblem.quoted(code)),
                        "it is a sign or in small letters.");
            }
        }

        private Optional<Quantity> positive(CsvRow row, String name) {
            var column = table.find(name);
            var quantity = row.findQuantity(column);
            if (quantity.isPresent() && !quantity.get().isPositive()) {
                throw row.problem(
                        column.orElseThrow(),
                        "expected units above zero, found %s.".formatted(quantity.get()),
                        "there is no such limit: leave it empty.");
            }
            return quantity;
        }

        private Optional<Duration> leadTime(CsvRow row) {
            var column = table.find("lead_time_days");
            if (row.find(column).isEmpty()) {
                return Optional.empty();
            }
            long days = row.whole(column.orElseThrow());
            if (days < 0 || days > LONGEST_LEAD_TIME) {
                throw row.problem(
                        column.orElseThrow(),
                        "expected days from 0 to %d, found %d.".formatted(LONGEST_LEAD_TIME, days),
                        "it is a date or counts hours.");
            }
            return Optional.of(Duration.ofDays(days));
        }
    }
}
