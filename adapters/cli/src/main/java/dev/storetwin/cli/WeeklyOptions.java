package dev.storetwin.cli;

import dev.storetwin.cli.weekly.WeeklyFiles;
import dev.storetwin.core.inventory.policy.StockTerms;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options of every command that reads weekly tables of stores and products. */
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class WeeklyOptions {

    private static final double MOST_COST = 1e9;
    private static final int LONGEST_LEAD = 52;

    @Option(
            names = "--sales",
            required = true,
            paramLabel = "FILE",
            description = "Store,Product and a column per week, headed by its Monday: units sold.")
    private Path sales;

    @Option(
            names = "--in-stock",
            required = true,
            paramLabel = "FILE",
            description = "The same shape: True where the product could be bought.")
    private Path inStock;

    @Option(
            names = "--lead-time",
            paramLabel = "WEEKS",
            description = "Whole weeks that pass before an order is on the shelf; 2 unless given.")
    private int leadTime = 2;

    @Option(
            names = "--holding",
            paramLabel = "COST",
            description = "Of a unit left at the end of a week; 0.2 unless given.")
    private double holding = 0.2;

    @Option(names = "--shortage", paramLabel = "COST", description = "Of a unit that was missing; 1 unless given.")
    private double shortage = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Of chance: the same gives the same; 1 unless given.")
    private long seed = 1;

    Stream<Path> files() {
        return Stream.of(sales, inStock);
    }

    WeeklyFiles read(Optional<Path> master) {
        return WeeklyFiles.read(sales, inStock, master);
    }

    long seed() {
        return seed;
    }

    StockTerms terms() {
        if (leadTime < 0 || leadTime > LONGEST_LEAD) {
            throw BadInput.of(
                    "--lead-time expects whole weeks from 0 to %d, not %d.".formatted(LONGEST_LEAD, leadTime),
                    "it was given in days.");
        }
        return StockTerms.of(leadTime, cost("--holding", holding), cost("--shortage", shortage));
    }

    private static double cost(String option, double value) {
        if (!(value > 0 && value <= MOST_COST)) {
            throw BadInput.of(
                    "%s expects a cost above 0 and at most %.0f, not %s.".formatted(option, MOST_COST, value),
                    "0.2 for holding and 1 for shortage.");
        }
        return value;
    }
}
