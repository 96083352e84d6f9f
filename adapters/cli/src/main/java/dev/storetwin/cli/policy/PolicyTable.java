package dev.storetwin.cli.policy;

import dev.storetwin.core.inventory.policy.PlayCost;
import dev.storetwin.core.inventory.policy.PolicyStudy;
import dev.storetwin.core.inventory.policy.PolicyTrial;
import dev.storetwin.core.inventory.policy.Saving;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A study as lines to read: all policies by cost, what was chosen and why, and the effort. */
public final class PolicyTable {

    private static final String ROW = "%-44s %10s %10s %10s %7s %9s %9s %10s";

    private final PolicyStudy study;

    public PolicyTable(PolicyStudy study) {
        this.study = study;
    }

    public List<String> lines() {
        var trials = study.trials();
        var lines = new ArrayList<String>();
        lines.add("%d items, %d windows, mean cost of a window; savings are against %s"
                .formatted(
                        study.panel().size(),
                        trials.starts().size(),
                        trials.reference().name()));
        lines.add(ROW.formatted("policy", "cost", "holding", "shortage", "filled", "saved", "at least", "regret"));
        trials.trials().stream()
                .sorted(Comparator.comparingDouble(it -> it.mean().total()))
                .forEach(it -> lines.add(row(it.name(), it.mean(), trials.saving(it, study.seed()))));
        lines.add(row(
                "chosen before each window",
                study.nested().mean(),
                trials.saving(study.nested().totals(), study.seed())));
        trials.meanPerfect()
                .ifPresent(it -> lines.add(ROW.formatted("all demand known", number(it), "", "", "", "", "", "")
                        .stripTrailing()));
        lines.add("Chosen: " + study.chosen().reason());
        lines.add(effort());
        return lines;
    }

    /** Of forecasts, which all policies share, and of playing each. */
    private String effort() {
        var trials = study.trials();
        var forecasts = trials.forecastSeconds().entrySet().stream()
                .map(it -> "%s %s".formatted(it.getKey(), number(it.getValue())))
                .collect(Collectors.joining(", "));
        double playing =
                trials.trials().stream().mapToDouble(PolicyTrial::cpuSeconds).sum();
        return "Processor seconds: playing %s, forecasts %s".formatted(number(playing), forecasts);
    }

    private String row(String name, PlayCost mean, Saving saving) {
        var perfect = study.trials().meanPerfect();
        return ROW.formatted(
                        name,
                        number(mean.total()),
                        number(mean.holding()),
                        number(mean.shortage()),
                        percent(mean.fillRate()),
                        percent(saving.share()),
                        percent(saving.lower95()),
                        perfect.isPresent() ? number(mean.total() - perfect.getAsDouble()) : "")
                .stripTrailing();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "-";
    }
}
