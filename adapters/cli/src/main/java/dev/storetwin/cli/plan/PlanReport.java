package dev.storetwin.cli.plan;

import dev.storetwin.Twin;
import dev.storetwin.audit.Checkpoint;
import dev.storetwin.cli.report.HtmlReport;
import dev.storetwin.cli.report.Input;
import dev.storetwin.cli.report.Report;
import dev.storetwin.decision.Decision;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Sku;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/**
 * The report of a plan.
 *
 * @param shop       what the shop is called
 * @param state      that was decided about
 * @param input      how its data was read
 * @param checkpoint of the audit trail with these decisions
 */
public record PlanReport(
        String shop,
        Twin twin,
        TwinState state,
        Instant asOf,
        List<Decision<?>> decisions,
        Input input,
        Checkpoint checkpoint,
        Drawing drawing) {

    private static final int KPI_DAYS = 28;

    public PlanReport {
        decisions = List.copyOf(decisions);
    }

    public void write(Writer to) throws IOException {
        var today = asOf.atZone(state.zone()).toLocalDate();
        var report = Report.builder("Plan", shop, asOf, state.zone())
                .kpis(twin.scorecard(today.minusDays(KPI_DAYS), today))
                .input(input)
                .checkpoint(checkpoint)
                .decisions(decisions)
                .names(this::name)
                .illustrator(drawing::draw)
                .build();
        HtmlReport.write(report, to);
    }

    private String name(Sku sku) {
        return state.catalog()
                .variant(sku)
                .map(Variant::name)
                .filter(it -> !it.equals(sku.value()))
                .orElse("");
    }
}
