package dev.storetwin.cli.report;

import dev.storetwin.decision.Decision;

/** One decision told in full. */
public record DecisionPage(DecisionRow row, Decision<?> decision, Illustration illustration) {}
