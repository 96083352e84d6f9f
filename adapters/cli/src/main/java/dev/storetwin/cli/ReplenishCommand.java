package dev.storetwin.cli;

import dev.storetwin.cli.weekly.ShelfFiles;
import dev.storetwin.core.inventory.policy.ChosenPolicy;
import dev.storetwin.core.inventory.policy.OrderMoment;
import dev.storetwin.core.inventory.policy.OrderingPolicies;
import dev.storetwin.core.inventory.policy.OrderingPolicy;
import dev.storetwin.core.inventory.policy.PolicyStudy;
import dev.storetwin.core.inventory.policy.ReplayPanel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Orders for all stores and products at the end of a week. */
@Command(
        name = "replenish",
        description = {
            "Orders for every store and product at the end of a week, by the policy that would have cost least in the weeks of the files.",
            "Writes Store,Product,Quantity in the order of the state file."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class ReplenishCommand implements Callable<Integer> {

    @Mixin
    private WeeklyOptions options;

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

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; - for standard output.")
    private Path out;

    private final Console console;

    ReplenishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var terms = options.terms();
        var result =
                new ResultFile(out, console).check().beside(Stream.concat(options.files(), Stream.of(state, master)));
        var files = ShelfFiles.read(state, options.read(Optional.of(master)));
        files.notes().forEach(console::say);
        var panel = files.panel(terms);
        var chosen = chosen(panel);
        console.say("Ordering by " + chosen.reason());
        var policy = precise(chosen.policy());
        var orders = policy.orders(OrderMoment.now(panel, 1, policy, files.shelves(panel)));
        result.write(to -> files.writeOrders(orders, to));
        return ExitCode.DONE;
    }

    /** The same policy over more futures than the past was played with. */
    private OrderingPolicy precise(OrderingPolicy chosen) {
        return OrderingPolicies.candidates(WeeklyGame.PATHS_TO_ORDER, options.seed(), List.of()).stream()
                .filter(it -> it.name().equals(chosen.name()))
                .findFirst()
                .orElseThrow();
    }

    private ChosenPolicy chosen(ReplayPanel panel) {
        var windows = PolicyStudy.earlier(WeeklyGame.windows(WeeklyGame.FIRST, WeeklyGame.STRIDE));
        try (var workers = new Workers();
                var progress = new ProgressLine(console, "Choosing")) {
            return WeeklyGame.chooser(options.seed())
                    .choose(
                            WeeklyGame.backtest(windows, workers, progress),
                            panel,
                            OrderingPolicies.candidates(WeeklyGame.PATHS, options.seed(), List.of()));
        }
    }
}
