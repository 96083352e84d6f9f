package dev.storetwin.cli.prices;

import dev.storetwin.core.pricing.plan.PricedItem.Traits;
import dev.storetwin.csv.Column;
import dev.storetwin.csv.CsvRow;
import dev.storetwin.csv.CsvTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cells of one product as they stand in the file.
 *
 * @param numbers by name of the column
 * @param ending  of prices, as written
 */
record ProductCells(
        long line, Traits traits, Optional<String> currency, String ending, Map<String, NumberCell> numbers) {

    private static final List<String> REQUIRED = List.of("price", "cost");
    private static final List<String> TEXTS = List.of("family", "category", "channel", "region", "currency", "ending");
    private static final List<String> PRICES =
            List.of("price", "ladder_low", "ladder_high", "competitor_price", "lowest_30d", "step");
    private static final List<String> NUMBERS = Stream.concat(
                    PRICES.stream(),
                    Stream.of(
                            "cost",
                            "stock",
                            "weeks_left",
                            "size_rank",
                            "size",
                            "units",
                            "moves",
                            "tax_rate",
                            "return_rate",
                            "return_cost"))
            .toList();

    NumberCell number(String column) {
        return numbers.getOrDefault(column, NumberCell.EMPTY);
    }

    /** What is the same for no two lines. */
    String key() {
        return String.join("\u0000", traits.series(), traits.channel(), traits.region());
    }

    String name() {
        var place = Stream.of(traits.channel(), traits.region())
                .filter(it -> !it.isEmpty())
                .toList();
        return place.isEmpty() ? traits.series() : traits.series() + " in " + String.join(", ", place);
    }

    List<BigDecimal> prices() {
        return PRICES.stream().flatMap(it -> number(it).number().stream()).toList();
    }

    /** Where the cells of a product stand. */
    static final class Columns {

        private final Column series;
        private final Map<String, Optional<Column>> numbers = new HashMap<>();
        private final Map<String, Optional<Column>> texts = new HashMap<>();

        Columns(CsvTable table) {
            this.series = table.require("series");
            REQUIRED.forEach(table::require);
            NUMBERS.forEach(it -> numbers.put(it, table.find(it)));
            TEXTS.forEach(it -> texts.put(it, table.find(it)));
        }

        ProductCells of(CsvRow row) {
            var cells = new HashMap<String, NumberCell>();
            numbers.forEach((name, column) -> cells.put(name, NumberCell.of(row, column)));
            return new ProductCells(
                    row.line(),
                    new Traits(
                            row.require(series),
                            text(row, "family"),
                            text(row, "category"),
                            text(row, "channel"),
                            text(row, "region")),
                    row.find(column("currency")),
                    text(row, "ending"),
                    cells);
        }

        private String text(CsvRow row, String name) {
            return row.find(column(name)).orElse("");
        }

        private Optional<Column> column(String name) {
            return texts.getOrDefault(name, Optional.empty());
        }
    }
}
