package dev.storetwin.core.forecast.global;

import dev.storetwin.core.forecast.global.PanelFeatures.Row;
import dev.storetwin.core.random.Draws;
import dev.storetwin.model.DataRange;
import dev.storetwin.model.TrainingTable;
import java.util.ArrayList;
import java.util.List;

/** The rows that a panel teaches: each origin of the past, each step ahead of it, thinned out by keyed draws when they are many. */
final class PanelRows {

    private static final int FEWEST_SEEN = 6;
    private static final double FARTHEST = 100;

    private final List<Row> rows = new ArrayList<>();
    private final Kind kind;

    private PanelRows(Kind kind) {
        this.kind = kind;
    }

    static PanelRows of(List<History> panel, Kind kind, int horizon, GlobalSettings settings) {
        var it = new PanelRows(kind);
        long all =
                panel.stream().mapToLong(history -> it.count(history, horizon)).sum();
        double share = all == 0 ? 1 : Math.min(1, (double) settings.mostRows() / all);
        var draws = Draws.of(settings.seed());
        for (var history : panel) {
            it.add(history, horizon, share, draws);
        }
        return it;
    }

    private static int firstOrigin(History history) {
        return history.start() + FEWEST_SEEN;
    }

    private long count(History history, int horizon) {
        long origins = Math.max(0, history.size() - firstOrigin(history));
        long cut = Math.min(horizon, origins);
        return cut * (cut + 1) / 2 + (origins - cut) * horizon;
    }

    private void add(History history, int horizon, double share, Draws draws) {
        var name = history.series().name();
        for (int origin = firstOrigin(history); origin < history.size(); origin++) {
            var draw = draws.keyed("global-row", name, history.size() - origin);
            for (int step = 1; step <= horizon; step++) {
                boolean drawn = draw.nextDouble() < share;
                if (drawn && origin + step <= history.size()) {
                    add(history, origin, step);
                }
            }
        }
    }

    private void add(History history, int origin, int step) {
        boolean isKnown = !Double.isNaN(history.value(origin + step - 1));
        if (isKnown && history.meanChange(0, origin) > 0) {
            rows.add(new Row(history, origin, step, kind.ruler(history, origin)));
        }
    }

    int size() {
        return rows.size();
    }

    TrainingTable table(PanelFeatures features) {
        var targets = rows.stream().mapToDouble(PanelRows::target).toArray();
        var weights = rows.stream()
                .mapToDouble(row -> kind.weight(row.history(), row.origin()))
                .toArray();
        return TrainingTable.of(features.table(rows), targets)
                .withWeights(weights)
                .withData(new DataRange("origin " + FEWEST_SEEN, "the end", rows.size()));
    }

    /** A leap beyond all measure teaches no more than a large one. */
    private static double target(Row row) {
        double target = row.ruler().scaled(row.history().value(row.target()));
        return Math.max(-FARTHEST, Math.min(FARTHEST, target));
    }
}
