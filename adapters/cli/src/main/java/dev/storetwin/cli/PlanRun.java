package dev.storetwin.cli;

import dev.storetwin.MarkdownPlan;
import dev.storetwin.Twin;
import dev.storetwin.cli.plan.BestDecisions;
import dev.storetwin.cli.plan.DecisionTable;
import dev.storetwin.cli.plan.Drawing;
import dev.storetwin.cli.plan.PlanReport;
import dev.storetwin.cli.plan.ShopPlan;
import dev.storetwin.cli.report.Input;
import dev.storetwin.decision.Decision;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One time that a twin is asked everything, and what is written of it.
 *
 * @param state   that is decided about
 * @param memory  of the twin
 * @param asOf    the moment of the decisions
 * @param horizon days that prices are judged over
 * @param seed    of the twin
 */
record PlanRun(Console console, Twin twin, TwinState state, RunMemory memory, Instant asOf, int horizon, long seed) {

    static PlanRun of(Console console, Twin twin, RunMemory memory, Instant asOf, int horizon, long seed) {
        return new PlanRun(console, twin, twin.state(), memory, asOf, horizon, seed);
    }

    List<Decision<?>> decide() {
        try (var workers = new Workers();
                var progress = new ProgressLine(console, "Deciding")) {
            return ShopPlan.decide(twin, asOf, workers, progress);
        }
    }

    /** Lets all results appear, without a markdown. */
    void publish(ResultFolder results, String shop, Input input, List<Decision<?>> decisions) {
        publish(results, shop, input, decisions, List.of());
    }

    /** Lets all results appear and tells the best decisions. */
    void publish(
            ResultFolder results, String shop, Input input, List<Decision<?>> decisions, List<MarkdownPlan> markdowns) {
        var audit = twin.audit();
        memory.finish(audit);
        var drawing = new Drawing(state, twin.pricing(), asOf, horizon, seed).withMarkdowns(markdowns);
        var report =
                new PlanReport(shop, twin, state, asOf, all(decisions, markdowns), input, audit.checkpoint(), drawing);
        results.write("decisions.csv", to -> DecisionTable.write(all(decisions, markdowns), to));
        results.write("report.html", report::write);
        results.publish();
        BestDecisions.lines(decisions).forEach(console::print);
        console.say("Audit trail: " + audit.checkpoint());
    }

    private static List<Decision<?>> all(List<Decision<?>> decisions, List<MarkdownPlan> markdowns) {
        return Stream.<Decision<?>>concat(decisions.stream(), markdowns.stream().map(MarkdownPlan::decision))
                .toList();
    }
}
