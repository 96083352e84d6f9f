package dev.storetwin.cli;

import dev.storetwin.cli.weekly.ShelfFiles;
import dev.storetwin.core.inventory.WeeklyReplenishment;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Orders for all stores and products at the end of a week. */
@Command(
        name = "replenish",
        description = {
            "Orders for every store and product at the end of a week, at the least expected cost of holding and shortage.",
            "Writes Store,Product,Quantity in the order of the state file."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class ReplenishCommand implements Callable<Integer> {

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
            names = "--state",
            required = true,
            paramLabel = "FILE",
            description = "Store,Product,End Inventory,In Transit W+1,In Transit W+2.")
    private Path state;

    @Option(
            names = "--master",
            required = true,
            paramLabel = "FILE",
            description = "Store,Product,Department,ProductGroup: which products share a season.")
    private Path master;

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

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; - for standard output.")
    private Path out;

    private final Console console;

    ReplenishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var policy = policy();
        var result = new ResultFile(out, console).check().beside(Stream.of(sales, inStock, state, master));
        var files = ShelfFiles.read(sales, inStock, state, master);
        files.notes().forEach(console::say);
        var orders = policy.orders(files.shelves());
        result.write(to -> files.writeOrders(orders, to));
        return ExitCode.DONE;
    }

    private WeeklyReplenishment policy() {
        try {
            return WeeklyReplenishment.of(leadTime, holding, shortage);
        } catch (IllegalArgumentException outside) {
            throw BadInput.of(
                    "--lead-time, --holding or --shortage: " + outside.getMessage(), "a sign or a unit is wrong.");
        }
    }
}
