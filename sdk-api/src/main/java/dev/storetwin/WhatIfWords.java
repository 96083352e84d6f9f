package dev.storetwin;

import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.proposal.Objective;
import java.util.ArrayList;
import java.util.Locale;

/** Tells a merchant what a price would bring. */
final class WhatIfWords {

    private WhatIfWords() {}

    static String of(PriceWhatIf.Expected it) {
        var lines = new ArrayList<String>();
        lines.add("%s: scored with caution, %s than the present %s, %s than the recommended %s (%s)"
                .formatted(
                        it.asked(),
                        difference(it.overPresent(), it.objective().unit()),
                        it.present(),
                        difference(it.overRecommended(), it.objective().unit()),
                        it.recommended(),
                        it.objective().name()));
        it.expected().map(point -> expected(point, it.objective())).ifPresent(lines::add);
        lines.add(verdict(it));
        lines.addAll(it.caveats());
        return String.join("\n", lines);
    }

    private static String expected(DemandCurve.Point point, Objective objective) {
        return "Expected, without caution: %s units, %s %s"
                .formatted(range(point.units(), 1), range(point.value(), 2), objective.unit());
    }

    private static String range(Estimate estimate, int digits) {
        var form = "%%.%1$df (%%.%1$df to %%.%1$df)".formatted(digits);
        return String.format(Locale.ROOT, form, estimate.mean(), estimate.lower(), estimate.upper());
    }

    private static String verdict(PriceWhatIf.Expected it) {
        var verdict = it.judged().verdict();
        return switch (verdict.severity()) {
            case ALLOWED -> "The guardrails allow it";
            case ADJUSTED ->
                "The guardrails make it %s: %s".formatted(it.judged().outcome().describe(), verdict.reason());
            case NEEDS_REVIEW -> "It needs somebody's yes: " + verdict.reason();
            case BLOCKED -> "The guardrails refuse it: " + verdict.reason();
        };
    }

    private static String difference(double over, String unit) {
        return String.format(Locale.ROOT, "%.2f %s %s", Math.abs(over), unit, over < 0 ? "less" : "more");
    }
}
