package dev.storetwin.cli.prices;

import dev.storetwin.core.pricing.plan.PriceTicks;
import dev.storetwin.core.pricing.plan.PricedItem;
import dev.storetwin.csv.CsvProblem;
import dev.storetwin.csv.CsvTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of products: {@code series,price,cost,stock,weeks_left,ladder_low,ladder_high,ending,family,size_rank}, and more that docs/guide/pricing.md tells of.
 * What cannot be believed refuses its own line, with a reason; what cannot be read refuses the file.
 */
public final class ProductPrices {

    private final List<ProductCells> cells;
    private final PriceTicks ticks;
    private final Optional<String> currency;
    private final Map<String, List<Long>> lines;

    private ProductPrices(List<ProductCells> cells) {
        this.cells = cells;
        this.currency = cells.stream().flatMap(it -> it.currency().stream()).findFirst();
        this.ticks = ticks(cells, currency);
        this.lines = new HashMap<>();
        cells.forEach(
                it -> lines.computeIfAbsent(it.key(), key -> new ArrayList<>()).add(it.line()));
    }

    /**
     * Reads a whole file.
     *
     * @throws CsvProblem with file, line and column of the first cell that cannot be read
     */
    public static ProductPrices read(Path path) {
        var cells = new ArrayList<ProductCells>();
        try (var table = CsvTable.open(path)) {
            var columns = new ProductCells.Columns(table);
            table.forEach(row -> cells.add(columns.of(row)));
            if (cells.isEmpty()) {
                throw CsvProblem.of(
                        table.file(), "there is no row after the header.", "the export was filtered to nothing.");
            }
        }
        return new ProductPrices(List.copyOf(cells));
    }

    /** As fine as the finest price of the file, as a till charges at least. */
    private static PriceTicks ticks(List<ProductCells> cells, Optional<String> currency) {
        int minor = currency.flatMap(ProductPrices::digits).orElse(PriceTicks.CENTS.minorDigits());
        int finest = cells.stream()
                .flatMap(it -> it.prices().stream())
                .mapToInt(it -> it.stripTrailingZeros().scale())
                .filter(it -> it <= PriceTicks.MOST_DIGITS)
                .max()
                .orElse(minor);
        return new PriceTicks(minor, Math.max(minor, finest));
    }

    private static Optional<Integer> digits(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(it -> it.getCurrencyCode().equals(code))
                .findFirst()
                .map(it -> Math.max(0, it.getDefaultFractionDigits()));
    }

    public PriceTicks ticks() {
        return ticks;
    }

    /** Of all prices and costs; empty where the file names none. */
    Optional<String> currency() {
        return currency;
    }

    /** What scopes of rules may name. */
    List<PricedItem.Traits> traits() {
        return cells.stream().map(ProductCells::traits).toList();
    }

    /** The lines with what is known of demand. */
    public List<ProductRow> rows(ElasticityTable elasticities) {
        var check = new ProductCheck(ticks, currency, lines);
        return cells.stream()
                .map(it -> check.row(it, elasticities.of(it.traits().series())))
                .toList();
    }

    /** The numbers of a file in a currency of these: for the first cell of a currency column. */
    static boolean isCurrency(String code) {
        return digits(code).isPresent();
    }

    /** For reasons. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
