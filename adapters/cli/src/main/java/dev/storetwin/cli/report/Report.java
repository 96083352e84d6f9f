package dev.storetwin.cli.report;

import dev.storetwin.monitor.KpiScorecard;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a report tells, counted and put in order. {@link HtmlReport} only lays it out.
 *
 * @param asOf       the moment that the decisions are about
 * @param zone       of the shop
 * @param checkpoint of the audit trail, {@code SIZE:ROOT}
 * @param statuses   in order of capability and status
 * @param rules      those that restricted most first
 * @param pages      the decisions that are told in full, greatest gain first
 * @param rows       all decisions, greatest gain first
 */
public record Report(
        String title,
        String shop,
        Instant asOf,
        ZoneId zone,
        Optional<String> checkpoint,
        KpiScorecard kpis,
        Input input,
        List<StatusTally> statuses,
        List<RuleTally> rules,
        List<DecisionPage> pages,
        List<DecisionRow> rows) {

    public Report {
        statuses = List.copyOf(statuses);
        rules = List.copyOf(rules);
        pages = List.copyOf(pages);
        rows = List.copyOf(rows);
    }

    public static ReportBuilder builder(String title, String shop, Instant asOf, ZoneId zone) {
        return new ReportBuilder(title, shop, asOf, zone);
    }

    /** How many decisions there are. */
    public long count() {
        return rows.size();
    }
}
