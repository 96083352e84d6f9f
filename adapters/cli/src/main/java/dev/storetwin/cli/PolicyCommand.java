package dev.storetwin.cli;

import dev.storetwin.cli.policy.PolicyJson;
import dev.storetwin.cli.policy.PolicyTable;
import dev.storetwin.cli.weekly.ShelfFiles;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.inventory.policy.OrderingPolicies;
import dev.storetwin.core.inventory.policy.PanelForecaster;
import dev.storetwin.core.inventory.policy.PanelForecasters;
import dev.storetwin.core.inventory.policy.PolicyStudy;
import dev.storetwin.core.inventory.policy.ReplayPanel;
import dev.storetwin.core.inventory.policy.RollingWindows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What ways to order would have cost on a chain's own past, and which one to take. */
@Command(
        name = "policy",
        description = {
            "Plays the past of all stores and products again under many ways to order and counts what each would have cost.",
            "Writes one JSON object: cost per policy over rolling starts, error bars, the chosen one."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class PolicyCommand implements Callable<Integer> {

    @Mixin
    private WeeklyOptions options;

    @Option(
            names = "--master",
            paramLabel = "FILE",
            description = "Store,Product,Department,ProductGroup: which products share a season.")
    private Optional<Path> master;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Only the stores and products in it; what they hold now is not looked at.")
    private Optional<Path> state;

    @Option(
            names = "--first",
            paramLabel = "WEEK",
            description = "First week of the first window that is judged, counted from 0; 80 unless given.")
    private int first = WeeklyGame.FIRST;

    @Option(names = "--stride", paramLabel = "WEEKS", description = "From one window to the next; 5 unless given.")
    private int stride = WeeklyGame.STRIDE;

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "NAME",
            description = "Forecasting methods to try beside those that are always tried.")
    private List<String> methods = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; - for standard output.")
    private Path out;

    private final Console console;

    PolicyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var terms = options.terms();
        var more = methods.stream().map(PolicyCommand::method).toList();
        var windows = windows();
        var result = new ResultFile(out, console)
                .check()
                .beside(Stream.of(options.files(), master.stream(), state.stream())
                        .flatMap(it -> it));
        var files = options.read(master);
        var panel = state.map(it -> ShelfFiles.read(it, files).panel(terms)).orElseGet(() -> files.panel(terms));
        files.notes().forEach(console::say);
        var study = study(panel, fitting(windows, panel), more);
        new PolicyTable(study).lines().forEach(console::say);
        result.write(new PolicyJson(study)::write);
        return ExitCode.DONE;
    }

    private static PanelForecaster method(String name) {
        return PanelForecasters.each(ForecastMethods.named(name.strip())
                .orElseThrow(
                        () -> BadInput.of("There is no method '%s'.".formatted(name), "it is spelled otherwise.")));
    }

    private RollingWindows windows() {
        int stride = SeriesOptions.atLeastOne("--stride", this.stride);
        if (first < WeeklyGame.EARLIEST) {
            throw BadInput.of(
                    "--first expects a week from %d on, not %d.".formatted(WeeklyGame.EARLIEST, first),
                    "weeks are counted from the first of the sales file, with 0.");
        }
        return WeeklyGame.windows(first, stride);
    }

    /** An earlier start where history is too short for the one asked for. */
    private RollingWindows fitting(RollingWindows windows, ReplayPanel panel) {
        if (!windows.starts(panel).isEmpty()) {
            return windows;
        }
        var earlier = PolicyStudy.earlier(windows);
        if (earlier.starts(panel).isEmpty()) {
            throw BadInput.of(
                    "%d weeks of sales are too few to play a window: the first starts at week %d and takes %d."
                            .formatted(panel.periods(), earlier.first(), earlier.length(panel.longestLead())),
                    "the sales file was cut; replenish orders without a look back, too.");
        }
        console.say("%d weeks of sales do not reach beyond week %d: windows are judged from week %d on."
                .formatted(panel.periods(), windows.first(), earlier.first()));
        return earlier;
    }

    private PolicyStudy study(ReplayPanel panel, RollingWindows windows, List<PanelForecaster> more) {
        try (var workers = new Workers();
                var progress = new ProgressLine(console, "Playing")) {
            return PolicyStudy.of(
                    WeeklyGame.backtest(windows, workers, progress),
                    panel,
                    OrderingPolicies.candidates(WeeklyGame.PATHS, options.seed(), more),
                    OrderingPolicies.comparisons(more),
                    WeeklyGame.chooser(options.seed()));
        }
    }
}
