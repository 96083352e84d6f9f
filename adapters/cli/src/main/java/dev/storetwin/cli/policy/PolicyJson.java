package dev.storetwin.cli.policy;

import dev.storetwin.core.inventory.policy.ChosenPolicy;
import dev.storetwin.core.inventory.policy.NestedChoice;
import dev.storetwin.core.inventory.policy.PlayCost;
import dev.storetwin.core.inventory.policy.PolicyStudy;
import dev.storetwin.core.inventory.policy.PolicyTrial;
import dev.storetwin.core.inventory.policy.PolicyTrials;
import dev.storetwin.core.inventory.policy.Saving;
import dev.storetwin.core.json.JsonObjectWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A study as one JSON object, a line for each part: the same bytes for the same study, so nothing of clocks. Costs are sums over all items; shares are of the reference's mean cost. */
public final class PolicyJson {

    private final PolicyStudy study;
    private final PolicyTrials trials;

    public PolicyJson(PolicyStudy study) {
        this.study = study;
        this.trials = study.trials();
    }

    public void write(Writer to) throws IOException {
        var bytes = JsonObjectWriter.write(this::fields);
        to.write(new String(bytes, StandardCharsets.UTF_8) + "\n");
    }

    private void fields(JsonObjectWriter json) {
        json.object("panel", this::panel)
                .object("game", this::game)
                .text("reference", trials.reference().name())
                .objects("windows", places(), this::window)
                .object("chosen", this::chosen)
                .object("chosen_before_each_window", this::nested);
        trials.best("quantile").ifPresent(it -> json.object("best_quantile", best -> trial(best, it)));
        json.objects("policies", trials.trials(), this::trial);
    }

    private List<Integer> places() {
        return IntStream.range(0, trials.starts().size()).boxed().toList();
    }

    private void panel(JsonObjectWriter json) {
        var sales = study.panel().items().get(0).sales();
        json.whole("items", study.panel().size())
                .whole("periods", study.panel().periods())
                .text("from", sales.labelOf(0))
                .text("to", sales.labelOf(sales.size() - 1));
    }

    private void game(JsonObjectWriter json) {
        var windows = trials.windows();
        var terms = study.panel().items().get(0).terms();
        json.whole("lead_time", terms.lead())
                .number("holding", terms.holding())
                .number("shortage", terms.shortage())
                .whole("stride", windows.stride())
                .whole("warm_up", windows.warmUp())
                .whole("rounds", windows.rounds())
                .whole("length", trials.length())
                .whole("first_costed", terms.lead() + 1L)
                .whole("last_costed", trials.length())
                .text("out_of_stock", "not costed")
                .whole("seed", study.seed());
    }

    private void window(JsonObjectWriter json, int place) {
        int start = trials.starts().get(place);
        json.whole("start", start)
                .text("first_period", study.panel().items().get(0).sales().labelOf(start))
                .number("reference", trials.reference().totals()[place])
                .number("perfect", trials.perfect().get(place).orElse(Double.NaN));
    }

    private void chosen(JsonObjectWriter json) {
        choice(json, study.chosen());
        json.text("note", "for the periods after the last: chosen on all windows, those judged here among them")
                .object(
                        "judged",
                        it -> trial(it, trials.trial(study.chosen().policy().name())))
                .objects("candidates", study.chosen().candidates(), (row, candidate) -> row.text(
                                "policy", candidate.policy())
                        .whole("windows", candidate.windows())
                        .number("mean_cost", candidate.cost())
                        .number("saving", candidate.saving())
                        .number("error", candidate.error()));
    }

    private static void choice(JsonObjectWriter json, ChosenPolicy choice) {
        json.text("policy", choice.policy().name())
                .text("rule", choice.rule().name().toLowerCase(Locale.ROOT))
                .text("reason", choice.reason())
                .text("from", choice.from())
                .text("to", choice.to())
                .whole("windows", choice.starts().size())
                .whole("plays", choice.plays())
                .whole("seed", choice.seed());
    }

    private void nested(JsonObjectWriter json) {
        var nested = study.nested();
        json.text("note", "each window by the policy chosen on windows that were over before it began");
        costs(json, nested.mean());
        saving(json, trials.saving(nested.totals(), study.seed()));
        regret(json, nested.mean());
        json.objects("windows", nested.windows(), PolicyJson::nestedWindow);
    }

    private static void nestedWindow(JsonObjectWriter json, NestedChoice.Window window) {
        json.whole("start", window.start())
                .text("policy", window.choice().policy().name())
                .text("known_to", window.choice().to())
                .whole("chosen_on", window.choice().starts().size())
                .number("cost", window.cost().total());
    }

    private void trial(JsonObjectWriter json, PolicyTrial trial) {
        json.text("policy", trial.name()).text("family", trial.policy().family());
        costs(json, trial.mean());
        saving(json, trials.saving(trial, study.seed()));
        regret(json, trial.mean());
        json.object("cost_quantiles", it -> it.number("q0.1", trial.quantile(.1))
                        .number("q0.5", trial.quantile(.5))
                        .number("q0.9", trial.quantile(.9)))
                .objects("windows", places(), (row, place) -> row.whole(
                                "start", trials.starts().get(place))
                        .number("cost", trial.totals()[place]));
    }

    private static void costs(JsonObjectWriter json, PlayCost mean) {
        json.number("mean_cost", mean.total())
                .number("holding", mean.holding())
                .number("shortage", mean.shortage())
                .number("ordering", mean.ordering())
                .number("waste", mean.waste())
                .number("fill_rate", mean.fillRate());
    }

    private static void saving(JsonObjectWriter json, Saving saving) {
        json.number("saving", saving.share())
                .number("saving_lower95", saving.lower95())
                .object("saving_bounds", it -> it.number("independent", saving.plainLower())
                        .number("neighbours_dependent", saving.lower())
                        .number("block_bootstrap", saving.drawnLower())
                        .number("error_independent", saving.plainError())
                        .number("error_neighbours_dependent", saving.error())
                        .whole("neighbours", saving.lag()))
                .number("saving_per_window", saving.perWindow())
                .number("saving_per_window_lower95", saving.perWindowLower());
    }

    private void regret(JsonObjectWriter json, PlayCost mean) {
        json.number("regret", mean.total() - trials.meanPerfect().orElse(Double.NaN));
    }
}
